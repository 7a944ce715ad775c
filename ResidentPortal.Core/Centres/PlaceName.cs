using System.Text;

namespace ResidentPortal.Core.Centres;

/// <summary>The name of a place as master data takes it in an address, in whatever script.</summary>
internal static class PlaceName
{
    private const int Longest = 128;

    /// <summary>Whether the text can be a name: nothing in it leads elsewhere in an address.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= Longest && !text.Contains("..", StringComparison.Ordinal) && text.EnumerateRunes().Any(Rune.IsLetterOrDigit)
        && text.EnumerateRunes().All(rune => !Rune.IsControl(rune) && rune != Rune.ReplacementChar && rune.Value is not ('/' or '\\' or '%' or '?' or '#' or ';'));
}
