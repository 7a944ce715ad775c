using System.Globalization;
using System.Resources;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Core.Cards;

/// <summary>Puts a card into words: what the record says in the languages it says it in, everything else in the language of the reader.</summary>
public static class CardWriter
{
    private const string Scheme = "https://";
    private static readonly CardField Nothing = new(string.Empty, []);
    private static readonly ResourceManager Words = new("ResidentPortal.Core.Cards.CardWords", typeof(CardWriter).Assembly) { IgnoreCase = true };

    /// <summary>What is printed for a person and one of their numbers.</summary>
    /// <param name="holder">The person.</param>
    /// <param name="number">The number, as it is to be printed.</param>
    /// <param name="language">The language of labels and advice.</param>
    /// <param name="issuedOn">Today.</param>
    /// <param name="photo">The photo as JPEG; null where there is none or it cannot be read.</param>
    /// <param name="qrText">The text of the QR code.</param>
    /// <param name="authority">The name of the authority.</param>
    /// <param name="checkAddress">The address at which cards are checked.</param>
    public static CardContent Write(CardHolder holder, CardNumber number, Language language, DateOnly issuedOn, byte[]? photo, string qrText, string authority, string checkAddress)
    {
        return Frame(number.Kind, language, issuedOn, qrText, authority, checkAddress) with
        {
            Photo = photo,
            Name = new CardField(Word("Name"), holder.Names),
            Facts = [.. OfVid(), .. OfHolder()],
            Address = holder.AddressIn(language.Code) is { } address ? new CardField(Word("Address"), [.. address.Lines.Select(line => new LocalText(address.Language, line))]) : null,
            Number = Field($"Number.{number.Kind}", number.Printed),
        };

        IEnumerable<CardField> OfVid()
        {
            if (number.VidType is { } type)
            {
                yield return Field("Type", Words.GetString($"Type.{type}", language.Culture) ?? type);
                yield return Field("Until", number.ValidUntil is { } day ? Day(day) : Word("Until.Never"));
                yield return Field("Uses", number.Uses?.ToString(language.Culture) ?? Word("Uses.Any"));
            }
        }

        IEnumerable<CardField> OfHolder()
        {
            if (holder.BornOn is { } day)
            {
                yield return Field("Born", Day(day));
            }
            else if (holder.BornInYear is { } year)
            {
                yield return Field("BornIn", year.ToString(CultureInfo.InvariantCulture));
            }

            if (holder.Genders.Count > 0)
            {
                yield return new CardField(Word("Gender"), holder.Genders);
            }
        }

        string Word(string key) => WordIn(language, key);

        CardField Field(string label, string value) => new(Word(label), [new LocalText(language.Code, value)]);

        string Day(DateOnly day) => DayIn(language, day);
    }

    /// <summary>The words of a card of a kind around what it says of its holder; without a QR code nothing is said of checking it.</summary>
    internal static CardContent Frame(CardKind kind, Language language, DateOnly issuedOn, string qrText, string authority, string checkAddress)
    {
        var spoken = checkAddress.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? checkAddress[Scheme.Length..] : checkAddress; // typed from paper
        string[] advice = qrText.Length > 0 ? ["Cut", "Check", "Qr", "Keep"] : ["Cut", "Keep"];
        return new CardContent
        {
            Kind = kind,
            LanguageTag = language.Tag,
            IsRightToLeft = language.IsRightToLeft,
            Title = Word($"Title.{kind}"),
            Authority = authority,
            Heading = Word($"Heading.{kind}"),
            Lead = Word($"Lead.{kind}"),
            KindName = Word($"Kind.{kind}"),
            PhotoMeaning = Word("Photo"),
            NoPhoto = Word("NoPhoto"),
            Name = Nothing,
            Facts = [],
            Number = Nothing,
            Issued = new CardField(Word("Issued"), [new LocalText(language.Code, DayIn(language, issuedOn))]),
            IssuedOn = issuedOn,
            QrText = qrText,
            QrMeaning = Word("Qr"),
            Check = qrText.Length > 0 ? Filled("Check") : string.Empty,
            Advice = [.. advice.Select(name => new CardAdvice(Word($"Advice.{name}.Title"), Filled($"Advice.{name}")))],
        };

        string Word(string key) => WordIn(language, key);

        string Filled(string key) => Word(key).Replace("{address}", spoken, StringComparison.Ordinal);
    }

    /// <summary>The same page for the printer of a kiosk: where, when and how often it was printed stands on all of it, and nothing is said of a file.</summary>
    internal static CardContent ForPrinter(CardContent card, Language language, CardPrint print) => card with
    {
        Lead = WordIn(language, "Lead.Print"),
        Watermark = WordIn(language, "Print.Mark")
            .Replace("{centre}", print.Centre, StringComparison.Ordinal)
            .Replace("{time}", $"{DayIn(language, DateOnly.FromDateTime(print.At))}, {print.At.ToString("HH:mm", CultureInfo.InvariantCulture)}", StringComparison.Ordinal)
            .Replace("{count}", print.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        Advice = [.. card.Advice.SkipLast(1), new CardAdvice(WordIn(language, "Advice.Print.Title"), WordIn(language, "Advice.Print"))],
    };

    private static string WordIn(Language language, string key) => Words.GetString(key, language.Culture) ?? throw new MissingManifestResourceException($"{key} has no word in {language}.");

    // Months by name: 3/4 is read in two ways.
    private static string DayIn(Language language, DateOnly day) => day.ToString("d MMMM yyyy", language.Culture);
}
