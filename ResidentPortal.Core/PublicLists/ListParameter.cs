using ResidentPortal.Core.Centres;

namespace ResidentPortal.Core.PublicLists;

/// <summary>What lists may be asked by.</summary>
internal static class ListParameter
{
    private const int LongestCode = 64;

    /// <summary>Whether the text can be a code.</summary>
    public static bool IsCode(string text) => text.Length is > 0 and <= LongestCode && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>Whether the text can be a name of something.</summary>
    public static bool IsWords(string text) => PlaceName.IsOne(text);
}
