namespace ResidentPortal.Branding;

/// <summary>
/// Colour, type, space and shape of the portal, once. The custom properties of <c>/brand.css</c> and the theme of the component library are both made from
/// it, since that theme does not take custom properties as colours.
/// </summary>
public sealed record DesignTokens
{
    /// <summary>Colours by day.</summary>
    public required Scheme Light { get; init; }

    /// <summary>Colours where the device asks for a dark scheme.</summary>
    public required Scheme Dark { get; init; }

    /// <summary>Running words: the fonts of the device, nothing to load.</summary>
    public IReadOnlyList<string> Sans { get; init; } =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Noto Sans Arabic", "Helvetica Neue", "Arial", "sans-serif"];

    /// <summary>Headings: the book face of the device, as on a certificate.</summary>
    public IReadOnlyList<string> Serif { get; init; } =
        ["ui-serif", "Charter", "Bitstream Charter", "Iowan Old Style", "Cambria", "Noto Serif", "Noto Naskh Arabic", "Georgia", "serif"];

    /// <summary>Numbers that are read out or copied.</summary>
    public IReadOnlyList<string> Mono { get; init; } = ["ui-monospace", "SF Mono", "Cascadia Mono", "Roboto Mono", "Noto Sans Mono", "monospace"];

    /// <summary>Sizes of type, smallest first; the larger ones shrink with the screen.</summary>
    public IReadOnlyDictionary<string, string> Type { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["small"] = "0.9375rem",
        ["body"] = "clamp(1.0625rem, 1rem + 0.25vw, 1.125rem)",
        ["lead"] = "clamp(1.125rem, 1.05rem + 0.4vw, 1.3125rem)",
        ["h3"] = "clamp(1.125rem, 1.08rem + 0.25vw, 1.25rem)",
        ["h2"] = "clamp(1.3125rem, 1.2rem + 0.6vw, 1.625rem)",
        ["h1"] = "clamp(1.75rem, 1.45rem + 1.6vw, 2.5rem)",
        ["hero"] = "clamp(2rem, 1.5rem + 2.8vw, 3.25rem)",
    };

    /// <summary>The height of a line; Arabic and Indic scripts need no less.</summary>
    public string Leading { get; init; } = "1.65";

    /// <summary>Steps of space.</summary>
    public IReadOnlyList<string> Space { get; init; } = ["0.25rem", "0.5rem", "0.75rem", "1rem", "1.5rem", "2rem", "3rem", "4.5rem"];

    /// <summary>Corners of controls.</summary>
    public string Radius { get; init; } = "0.375rem";

    /// <summary>Corners of cards.</summary>
    public string RadiusLarge { get; init; } = "0.75rem";

    /// <summary>The shadow of what can be pressed as a whole.</summary>
    public string Shadow { get; init; } = "0 1px 2px rgb(4 24 28 / 0.06), 0 6px 20px rgb(4 24 28 / 0.06)";

    /// <summary>The ring of focus.</summary>
    public string FocusWidth { get; init; } = "3px";

    /// <summary>The least height and width of what can be pressed.</summary>
    public string Target { get; init; } = "2.75rem";

    /// <summary>The portal's own look around two colours.</summary>
    public static DesignTokens From(Colour primary, Colour accent) => new() { Light = Scheme.Light(primary, accent), Dark = Scheme.Dark(primary, accent) };
}
