namespace ResidentPortal.Core.Identifiers;

/// <summary>The check digit of J. Verhoeff (1969), which finds every single wrong digit and every swap of neighbours; UIN and VID end in one.</summary>
internal static class Verhoeff
{
    // Multiplication in the dihedral group D5, a row of ten after the other.
    private const string Product = "0123456789" + "1234067895" + "2340178956" + "3401289567" + "4012395678" + "5987604321" + "6598710432" + "7659821043" + "8765932104" + "9876543210";

    // The permutation applied to a digit, by its place from the right modulo eight.
    private const string Permutation = "0123456789" + "1576283094" + "5803796142" + "8916043527" + "9453126870" + "4286573901" + "2793806415" + "7046913258";

    /// <summary>Whether the last of these ASCII digits is the check digit of those before it.</summary>
    public static bool Holds(ReadOnlySpan<char> digits)
    {
        var check = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var permuted = Permutation[((place % 8) * 10) + (digits[^(place + 1)] - '0')] - '0';
            check = Product[(check * 10) + permuted] - '0';
        }

        return check == 0;
    }
}
