namespace ResidentPortal.Core.Mosip;

/// <summary>The code of a place in master data's hierarchy.</summary>
internal static class PlaceCode
{
    private const int Longest = 36;

    /// <summary>Whether the text can be a code, so that it may stand in an address of the platform.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= Longest && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
