using System.Resources;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Core.Recovery;

/// <summary>Writes the letter that gives a lost number back: what it is, the number in large letters, and what to do with it. It opens with its password alone.</summary>
public sealed class LostNumberLetters(LetterWriter writer, IOptions<CardOptions> cards)
{
    private static readonly ResourceManager Sentences = new("ResidentPortal.Core.Recovery.LetterSentences", typeof(LostNumberLetters).Assembly);

    internal byte[] Write(LostNumberRow row, FoundNumber found, string password)
    {
        var language = Language.Find(row.Language) ?? Language.English;
        var (kind, digits) = row.Kind is LostNumberKind.Uin && found.Owner is { } uin ? (LostNumberKind.Uin, uin.Reveal()) : (LostNumberKind.Rid, found.Rid.Reveal());
        return writer.Write(
            new Letter(language, cards.Value.AuthorityIn(language), Say("Title"),
            [
                new(LetterPartKind.Paragraph, Say($"{kind}.Text")),
                new(LetterPartKind.Number, Digits.Group(digits), Say($"{kind}.Number")),
                new(LetterPartKind.Heading, Say("Next")),
                new(LetterPartKind.Paragraph, Say($"{kind}.Next")),
                new(LetterPartKind.Paragraph, Say("Keep")),
            ]),
            password);

        string Say(string key) => Sentences.GetString(key, language.Culture) ?? throw new MissingManifestResourceException($"{key} has no sentence in {language}.");
    }
}
