namespace ResidentPortal.Sandbox;

/// <summary>The Verhoeff check digit that ends every UIN and VID.</summary>
public static class Verhoeff
{
    private static readonly string[] Multiply =
    [
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
    ];

    private static readonly string[] Permute =
    [
        "0123456789", "1576283094", "5803796142", "8916043527",
        "9453126870", "4286573901", "2793806415", "7046913258",
    ];

    private const string Inverse = "0432156789";

    /// <summary>Whether the last digit checks the others.</summary>
    public static bool IsValid(string digits) => Fold(digits, 0) == 0;

    /// <summary>The digit to append.</summary>
    public static char CheckDigit(string digits) => Inverse[Fold(digits, 1)];

    private static int Fold(string digits, int offset)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            check = Multiply[check][Permute[(i + offset) % 8][digit] - '0'] - '0';
        }

        return check;
    }
}
