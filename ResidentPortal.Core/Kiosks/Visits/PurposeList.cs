using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Purposes as they stand in a row, with spaces between.</summary>
internal static class PurposeList
{
    public static string ToText(IEnumerable<VisitPurpose> purposes) => string.Join(' ', purposes.Distinct().Order());

    public static IReadOnlySet<VisitPurpose> Of(string? text) =>
        (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Enum.Parse<VisitPurpose>(name)).ToHashSet();

    /// <summary>What is asked for now.</summary>
    public static IReadOnlySet<VisitPurpose> Asked(VisitRow row) => row.NewPurposes is { } more ? Of(more) : Of(row.Purposes);
}
