using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Whom somebody wants to add.</summary>
/// <param name="Number">The number that residents are to see.</param>
/// <param name="Name">The name that residents are to see.</param>
/// <param name="CentreCode">The code of the centre.</param>
/// <param name="Hours">The days and hours of work; null where what was typed says none.</param>
/// <param name="Uin">The operator's own UIN, as typed: only its hash is kept.</param>
/// <param name="IsSupervisor">Whether it is a supervisor.</param>
internal sealed record OperatorWish(string? Number, string? Name, string? CentreCode, WorkingHours? Hours, string? Uin, bool IsSupervisor)
{
    private const int LongestNumber = 20;
    private const int LongestName = 60;
    private const int LongestCentre = 36;

    /// <inheritdoc/>
    public override string ToString() => nameof(OperatorWish); // The UIN would stand in it.

    /// <summary>What is wrong with what was typed, all of it; nothing where somebody can be added.</summary>
    public IEnumerable<Problem> Judge()
    {
        var (number, name, centre) = (Number?.Trim() ?? string.Empty, Name?.Trim() ?? string.Empty, CentreCode?.Trim() ?? string.Empty);
        if (number.Length is < 3 or > LongestNumber || !number.All(char.IsAsciiLetterOrDigit) || !number.Any(char.IsAsciiDigit))
        {
            yield return OperatorProblems.NumberWrong;
        }

        if (name.Length is < 2 or > LongestName || name.Any(char.IsControl))
        {
            yield return OperatorProblems.NameWrong;
        }

        if (centre.Length is 0 or > LongestCentre || !centre.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            yield return OperatorProblems.CentreWrong;
        }

        if (Hours is null || Hours.Days.Count == 0 || Hours.From == Hours.To)
        {
            yield return OperatorProblems.HoursWrong;
        }

        if (!Core.Identifiers.Uin.TryParse(Uin, out _))
        {
            yield return OperatorProblems.UinWrong;
        }
    }
}
