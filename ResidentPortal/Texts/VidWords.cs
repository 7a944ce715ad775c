using Microsoft.Extensions.Localization;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Texts;

/// <summary>The words for types of VID and for what a policy allows.</summary>
public static class VidWords
{
    /// <summary>The name of a type; a country's own type has the platform's.</summary>
    public static string Of(this IStringLocalizer<Words> words, VidType type) =>
        words[$"Vids.Type.{type.Name}"] is { ResourceNotFound: false } known ? known.Value : type.Name;

    /// <summary>How long one lives and how many uses it stands.</summary>
    public static string Of(this IStringLocalizer<Words> words, VidPolicy policy) => $"{words.Life(policy.ValidFor)} {words.Uses(policy.Uses)}";

    private static string Life(this IStringLocalizer<Words> words, TimeSpan? life) => life switch
    {
        null => words["Vids.Life.Ever"],
        { TotalDays: >= 2 } days => words.Say("Vids.Life.Days", ("days", (int)days.TotalDays)),
        { TotalHours: >= 2 } hours => words.Say("Vids.Life.Hours", ("hours", (int)hours.TotalHours)),
        { } minutes => words.Say("Vids.Life.Minutes", ("minutes", (int)minutes.TotalMinutes)),
    };

    private static string Uses(this IStringLocalizer<Words> words, int? uses) => uses is { } count ? words.Say("Vids.Uses", ("uses", count)) : words["Vids.Uses.Any"];
}
