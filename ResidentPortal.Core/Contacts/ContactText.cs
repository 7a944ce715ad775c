using System.Globalization;
using System.Net;
using System.Resources;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;

namespace ResidentPortal.Core.Contacts;

/// <summary>The message that carries a code to a contact: the code first, what it is for, and that nobody else is to know it. One text message long.</summary>
internal static class ContactText
{
    private static readonly ResourceManager Sentences = new("ResidentPortal.Core.Contacts.ContactSentences", typeof(ContactText).Assembly);

    public static NoticeMessage Write(ContactPurpose purpose, OneTimeCode code, Language language)
    {
        var sentence = Sentence(purpose.ToString(), language).Replace("{code}", code.Reveal(), StringComparison.Ordinal);
        return new NoticeMessage(
            Sentence($"{purpose}.Subject", language),
            string.Create(CultureInfo.InvariantCulture, $"<div lang=\"{language.Tag}\" dir=\"{language.Direction}\"><p>{WebUtility.HtmlEncode(sentence)}</p></div>"),
            sentence);
    }

    private static string Sentence(string key, Language language) =>
        Sentences.GetString(key, language.Culture) ?? throw new MissingManifestResourceException($"{key} has no sentence in {language}.");
}
