using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>
/// The words of a notice: the platform's template where there is one for it (MOSIP <c>lock-unlock-auth-…</c>, <c>gen-or-revoke-vid-…</c>), else our own sentence.
/// Neither ever carries a number of a person.
/// </summary>
public sealed class NoticeText(IMessageTemplates templates, AlarmTokens alarms, Vault vault, IOptions<NoticeOptions> options)
{
    /// <summary>The purpose under which the path of a link stands sealed in the facts (<c>link</c>) until it is sent.</summary>
    internal const string LinkPurpose = "notice-link";

    private const string Sealed = "sealed.";
    private const string SealedLink = "link";

    private static readonly ResourceManager Sentences = new("ResidentPortal.Core.Notifications.NoticeSentences", typeof(NoticeText).Assembly);

    /// <summary>The message for both channels, in one language.</summary>
    public async Task<NoticeMessage> WriteAsync(NoticeRow notice, string? name, Language language, CancellationToken cancellationToken)
    {
        var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(notice.Facts)!;
        var own = Own(notice, facts, language);
        var link = Link(notice, language);
        if (NoticeTemplates.Of(notice.Kind) is not { } template)
        {
            return Whole(own with { Subject = SentencePlaces.OneLine(own.Subject) }, link);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = name ?? Sentence("Resident", language),
            ["eventId"] = notice.EventId ?? string.Empty,
            ["eventDetails"] = own.Subject,
            ["date"] = notice.CreatedAt.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
            ["time"] = notice.CreatedAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["status"] = template.Outcome,
            ["partner"] = facts.GetValueOrDefault("partnerId", string.Empty),
            ["trackServiceRequestLink"] = options.Value.PublicAddress?.ToString() ?? string.Empty,
        };
        return Whole(
            new NoticeMessage(
                SentencePlaces.OneLine(await FromPlatformAsync($"{template.Base}-{template.Outcome}-email-subject", values, language, cancellationToken) ?? own.Subject),
                await FromPlatformAsync($"{template.Base}-{template.Outcome}-email-content", values, language, cancellationToken, isHtml: true) ?? own.Html,
                await FromPlatformAsync($"{template.Base}-{template.Outcome}_SMS", values, language, cancellationToken) ?? own.Sms),
            link);
    }

    /// <summary>What the notice says, for a list that is read in the portal: without what was sealed until it was sent, whatever it was.</summary>
    internal NoticeMessage Tell(NoticeRow notice, Language language)
    {
        var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(notice.Facts)!;
        var open = facts.Where(fact => fact.Key is not SealedLink && !fact.Key.StartsWith(Sealed, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        var listed = open.Count == facts.Count ? null : Sentences.GetString($"{notice.Kind}.Listed", language.Culture) is null ? ".Subject" : ".Listed";
        return Own(notice, open, language, listed);
    }

    private static NoticeMessage Whole(NoticeMessage message, string link) =>
        message with { Html = $"<div dir=\"auto\">{message.Html}<p>{WebUtility.HtmlEncode(link)}</p></div>", Sms = $"{message.Sms} {link}" };

    private static string Sentence(string key, Language language) =>
        Sentences.GetString(key, language.Culture) ?? throw new MissingManifestResourceException($"{key} has no sentence in {language}.");

    private static string Types(string list, Language language) =>
        string.Join(Sentence("ListSeparator", language), list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(type => Sentence($"AuthType.{type}", language)));

    // A country's own type of VID has no words here: it stands as the platform names it.
    private static string VidType(string name, Language language) => Sentences.GetString($"VidType.{name}", language.Culture) ?? name;

    // Several names of one group in a row.
    private static string? NamedList(string group, string? names, Language language) =>
        names is null ? null : string.Join(Sentence("ListSeparator", language), names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => Sentence($"{group}.{name}", language)));

    // What a request is, and where it stands.
    private static string Named(string group, string? name, Language language) => name is null ? string.Empty : Sentence($"{group}.{name}", language);

    private NoticeMessage Own(NoticeRow notice, Dictionary<string, string> facts, Language language, string? listed = null)
    {
        var locked = Types(facts.GetValueOrDefault("locked", string.Empty), language);
        var unlocked = Types(facts.GetValueOrDefault("unlocked", string.Empty), language);
        var minutes = facts.GetValueOrDefault("minutes", string.Empty);
        var path = vault.Open(LinkPurpose, facts.GetValueOrDefault(SealedLink));
        var variant = listed is not null ? listed
            : notice.Kind is NoticeKind.NewSignIn && facts.ContainsKey("wrong") ? ".AfterWrongCodes"
            : notice.Kind is NoticeKind.VidRestored && path is null ? ".NoLink"
            : notice.Kind is NoticeKind.CardMade && facts.ContainsKey("hours") ? ".ForProgram"
            : notice.Kind is NoticeKind.ShareWithdrawn ? $".{facts["effect"]}"
            : notice.Kind is NoticeKind.VisitEnded && !facts.ContainsKey("done") ? ".NothingDone"
            : notice.Kind is not NoticeKind.LocksChanged ? string.Empty
            : locked.Length > 0 && unlocked.Length > 0 ? ".Both"
            : locked.Length > 0 ? ".Locked"
            : minutes.Length > 0 ? ".UnlockedFor"
            : ".Unlocked";

        // A plain fact stands in the place of its name; what is opened, named or written in words here comes before it.
        var values = new Dictionary<string, string?>(facts!, StringComparer.Ordinal)
        {
            ["locked"] = locked,
            ["unlocked"] = unlocked,
            ["minutes"] = minutes,
            ["type"] = VidType(facts.GetValueOrDefault("type", string.Empty), language),
            ["kind"] = Named("Request", facts.GetValueOrDefault("kind"), language),
            ["state"] = Named("State", facts.GetValueOrDefault("state"), language),
            ["purposes"] = NamedList("Purpose", facts.GetValueOrDefault("purposes"), language),
            ["done"] = NamedList("Request", facts.GetValueOrDefault("done"), language),
            ["papers"] = facts.GetValueOrDefault("papers", "0"),
            ["reference"] = notice.EventId is null ? null : Sentence("Reference", language).Replace("{eventId}", notice.EventId, StringComparison.Ordinal),
            ["link"] = $"{options.Value.PublicAddress?.GetLeftPart(UriPartial.Authority)}{path}",
            ["until"] = facts.GetValueOrDefault("until"),
            ["eventId"] = notice.EventId,
            ["time"] = notice.CreatedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        };
        values["device"] = facts.ContainsKey("browser") ? Fill(Sentence("Device", language)) : null;
        foreach (var fact in facts.Where(fact => fact.Key.StartsWith(Sealed, StringComparison.Ordinal)))
        {
            values[fact.Key[Sealed.Length..]] = vault.Open(Notice.SecretPurpose, fact.Value);
        }

        var sentence = Fill(Sentence($"{notice.Kind}{variant}", language));
        return new NoticeMessage(Fill(Sentence($"{notice.Kind}.Subject", language)), $"<p>{WebUtility.HtmlEncode(sentence)}</p>", sentence);

        string Fill(string text) => SentencePlaces.Fill(text, values);
    }

    // What helps somebody who did not do it: one press, else a sign-in; after an alarm the office.
    private string Link(NoticeRow notice, Language language) => options.Value.PublicAddress switch
    {
        { } address when notice.AlarmKey is not null => Sentence("NotYou.Alarm", language)
            .Replace("{link}", $"{address.GetLeftPart(UriPartial.Authority)}{options.Value.AlarmPath}{alarms.Of(notice.Id)}", StringComparison.Ordinal),
        { } address when notice.Kind is not NoticeKind.AlarmRaised => Sentence("NotYou.Link", language).Replace("{address}", address.Authority, StringComparison.Ordinal),
        _ => Sentence("NotYou", language),
    };

    private async Task<string?> FromPlatformAsync(string code, Dictionary<string, string> values, Language language, CancellationToken cancellationToken, bool isHtml = false)
    {
        var found = await templates.FindAsync(language.Code, code, cancellationToken);
        if (!found.IsSuccess || string.IsNullOrWhiteSpace(found.Value.Text))
        {
            return null;
        }

        return VelocityText.Fill(found.Value.Text, isHtml ? values.ToDictionary(pair => pair.Key, pair => WebUtility.HtmlEncode(pair.Value), StringComparer.Ordinal) : values);
    }
}

/// <summary>A notice in words.</summary>
/// <param name="Subject">The subject of the e-mail.</param>
/// <param name="Html">The body of the e-mail.</param>
/// <param name="Sms">The text message.</param>
public sealed record NoticeMessage(string Subject, string Html, string Sms);
