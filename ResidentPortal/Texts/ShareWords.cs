using Microsoft.Extensions.Localization;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Texts;

/// <summary>What was chosen of one's data, and what became of sharing it, in words.</summary>
public static class ShareWords
{
    /// <summary>An attribute; one of the country's own stands as the country names it.</summary>
    public static string OfAttribute(this IStringLocalizer<Words> words, string name) => words[$"Attribute.{name}"] is { ResourceNotFound: false } known ? known.Value : name;

    /// <summary>A field as it was chosen.</summary>
    public static string Of(this IStringLocalizer<Words> words, DisclosureChoice choice) => choice switch
    {
        { IsMasked: true } => words.Say("Disclosure.Said", ("field", words.OfAttribute(choice.Name)), ("way", words["Disclosure.Said.Masked"])),
        { Format: { } format } => words.Say("Disclosure.Said", ("field", words.OfAttribute(choice.Name)), ("way", WayOf(words, format))),
        _ => words.OfAttribute(choice.Name),
    };

    /// <summary>What withdrawing still changed.</summary>
    public static string Of(this IStringLocalizer<Words> words, WithdrawEffect effect) => words[$"Share.Withdrawn.{effect}"];

    // A format of a date, or parts of a field.
    private static string WayOf(IStringLocalizer<Words> words, string format) => format switch
    {
        "YYYY" => words["Disclosure.Said.Year"],
        "DD/MMM" or "DD/MM" => words["Disclosure.Said.DayAndMonth"],
        _ when format.All(char.IsAsciiLetterOrDigit) || format.Contains(',', StringComparison.Ordinal) => string.Join(words["Disclosure.Said.Between"], format.Split(',').Select(words.OfAttribute)),
        _ => format,
    };
}
