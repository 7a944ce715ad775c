using System.Globalization;
using System.Runtime.InteropServices;

namespace ResidentPortal.Branding;

/// <summary>An opaque colour of sRGB, with what WCAG 2.2 computes from it.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>White.</summary>
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>Black.</summary>
    public static readonly Colour Black = new(0, 0, 0);

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>The colour written as <c>#rrggbb</c>. Anything else is a bug.</summary>
    public static Colour Of(string hex) => TryParse(hex, out var colour) ? colour : throw new FormatException($"'{hex}' is not a colour.");

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static bool TryParse(string? text, out Colour colour)
    {
        colour = default;
        if (text is not ['#', ..] || text.Length != 7 || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        colour = new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>The contrast ratio of WCAG, between 1 and 21.</summary>
    public double ContrastWith(Colour other)
    {
        var (lighter, darker) = Luminance > other.Luminance ? (Luminance, other.Luminance) : (other.Luminance, Luminance);
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// <summary>This colour with a share (0 to 1) of another.</summary>
    public Colour Mix(Colour other, double share) => new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share));

    /// <summary>The same hue at full light, softened: what a dark colour becomes on a dark ground.</summary>
    public Colour Lit()
    {
        const double Light = 200;
        var factor = Light / Math.Max((byte)1, Math.Max(Red, Math.Max(Green, Blue)));
        return factor <= 1 || factor > Light / 8 ? Mix(White, 0.35) : new Colour(Scale(Red, factor), Scale(Green, factor), Scale(Blue, factor)).Mix(White, 0.35);
    }

    /// <summary>The nearest colour on the way to another that has the contrast with every ground.</summary>
    public Colour Toward(Colour end, double contrast, params ReadOnlySpan<Colour> grounds)
    {
        for (var share = 0d; share < 1; share += 0.02)
        {
            var candidate = Mix(end, share);
            if (HasContrast(candidate, contrast, grounds))
            {
                return candidate;
            }
        }

        return end;
    }

    /// <inheritdoc/>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static bool HasContrast(Colour colour, double contrast, ReadOnlySpan<Colour> grounds)
    {
        foreach (var ground in grounds)
        {
            if (colour.ContrastWith(ground) < contrast)
            {
                return false;
            }
        }

        return true;
    }

    private static byte Scale(byte part, double factor) => (byte)Math.Round(part * factor);

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static double Linear(byte part)
    {
        var value = part / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
