namespace ResidentPortal.Branding;

/// <summary>The picture of the authority's emblem, as it is served.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">Their media type.</param>
/// <param name="IsOurs">Whether it is the portal's own emblem, which pages draw inline instead of loading it.</param>
public sealed record EmblemFile(byte[] Content, string ContentType, bool IsOurs)
{
    /// <summary>The media type by the ending of the name; null where it is not a picture the portal serves.</summary>
    public static string? TypeOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".SVG" => "image/svg+xml",
        ".PNG" => "image/png",
        _ => null,
    };

    /// <summary>The emblem of the brand, or the portal's own.</summary>
    public static EmblemFile Of(BrandOptions options, DesignTokens tokens) => options is { Emblem: { Length: > 0 } name, Folder: { Length: > 0 } folder }
        ? new EmblemFile(File.ReadAllBytes(Path.Combine(folder, name)), TypeOf(name)!, IsOurs: false)
        : new EmblemFile(System.Text.Encoding.UTF8.GetBytes(Ours(tokens.Light)), "image/svg+xml", IsOurs: true);

    /// <summary>A seal of turned circles, as engraved on certificates: neutral, and drawn in the two colours.</summary>
    private static string Ours(Scheme scheme) =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" fill="{scheme.Deep}"/><g fill="none" stroke="{scheme.OnDeep}" stroke-width="1.2">{Petals()}</g><circle cx="24" cy="24" r="3" fill="{scheme.Accent}"/></svg>
        """;

    private static string Petals() => string.Concat(Enumerable.Range(0, 8).Select(turn => $"<circle cx=\"24\" cy=\"15.5\" r=\"8.5\" transform=\"rotate({turn * 45} 24 24)\"/>"));
}
