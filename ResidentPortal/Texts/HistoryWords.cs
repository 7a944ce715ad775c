using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Core.AuthHistory;

namespace ResidentPortal.Texts;

/// <summary>A use of an identity as a whole sentence, the same on a page and in a file.</summary>
public static class HistoryWords
{
    /// <summary>The marks that have a sentence.</summary>
    private static readonly UnusualMarks[] Marks = [.. Enum.GetValues<UnusualMarks>().Where(mark => mark is not UnusualMarks.None)];

    /// <summary>The ways in the order in which they are told.</summary>
    public static IReadOnlyList<UseWays> Ways { get; } = [.. Enum.GetValues<UseWays>().Where(way => way is not UseWays.None)];

    /// <summary>Who did what, with what outcome, by which number.</summary>
    public static string Of(this IStringLocalizer<Words> words, ShownUse use)
    {
        var (number, outcome) = (words.NumberOf(use), use.IsAccepted ? UseOutcome.Accepted : UseOutcome.Refused);
        return use switch
        {
            { IsPlatform: true, Ways: UseWays.Code or UseWays.CodeSent } => words.Say($"History.Own.{use.Ways}.{outcome}", ("number", number)),
            _ => words.Say("History.Use", ("organisation", words.OrganisationOf(use)), ("acts", words.ActsOf(use.Ways)), ("outcome", words.OutcomeOf(use)), ("number", number)),
        };
    }

    /// <summary>Who it was.</summary>
    public static string OrganisationOf(this IStringLocalizer<Words> words, ShownUse use) =>
        use.IsPlatform ? words["History.Own.Office"] : use.Organisation ?? words["History.Organisation.Unnamed"];

    /// <summary>How it ended.</summary>
    public static string OutcomeOf(this IStringLocalizer<Words> words, ShownUse use)
    {
        var outcome = use.IsStopped ? UseOutcome.Stopped : use.IsAccepted ? UseOutcome.Accepted : UseOutcome.Refused;
        return words[$"History.Outcome.{outcome}"];
    }

    /// <summary>By which number.</summary>
    public static string NumberOf(this IStringLocalizer<Words> words, ShownUse use) => words.Say($"History.Number.{use.NumberKind}", ("name", use.NumberName ?? string.Empty));

    /// <summary>What is unusual about it, a sentence each.</summary>
    public static IEnumerable<string> MarksOf(this IStringLocalizer<Words> words, ShownUse use) =>
        Marks.Where(mark => use.Marks.HasFlag(mark)).Select(mark => words[$"History.Mark.{mark}"].Value);

    /// <summary>What was done, in the order of the ways.</summary>
    public static string ActsOf(this IStringLocalizer<Words> words, UseWays ways)
    {
        var acts = Ways.Where(way => ways.HasFlag(way)).Select(way => words[$"History.Act.{way}"].Value).ToList();
        return acts.Count < 2 ? string.Concat(acts) : $"{string.Join(words["History.Comma"], acts[..^1])}{words["History.And"]}{acts[^1]}";
    }

    /// <summary>How many, as people write it.</summary>
    internal static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
