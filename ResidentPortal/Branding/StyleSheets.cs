namespace ResidentPortal.Branding;

/// <summary>The stylesheets of the portal: made from the tokens and one hand-written file each, so that an open page loads a single one.</summary>
public sealed class StyleSheets
{
    private readonly Brand _brand;
    private readonly IWebHostEnvironment _environment;
    private readonly Lazy<Sheet> _open;
    private readonly Lazy<Sheet> _workspace;
    private readonly Lazy<Sheet> _kiosk;

    /// <summary>The stylesheets in the colours of the brand.</summary>
    public StyleSheets(Brand brand, IWebHostEnvironment environment)
    {
        (_brand, _environment) = (brand, environment);
        _open = new Lazy<Sheet>(() => Make(StyleSheet.From(_brand.Tokens), "open.css"));
        _workspace = new Lazy<Sheet>(() => Make(WorkspaceTheme.Css(_brand.Tokens), "workspace.css"));
        _kiosk = new Lazy<Sheet>(() => Make(string.Empty, "kiosk.css"));
    }

    /// <summary>For every page.</summary>
    public Sheet Open => _environment.IsDevelopment() ? Make(StyleSheet.From(_brand.Tokens), "open.css") : _open.Value;

    /// <summary>For signed-in pages, after the library's own.</summary>
    public Sheet Workspace => _environment.IsDevelopment() ? Make(WorkspaceTheme.Css(_brand.Tokens), "workspace.css") : _workspace.Value;

    /// <summary>For pages at a kiosk, after the others.</summary>
    public Sheet Kiosk => _environment.IsDevelopment() ? Make(string.Empty, "kiosk.css") : _kiosk.Value;

    private Sheet Make(string tokens, string file)
    {
        using var reader = new StreamReader(_environment.WebRootFileProvider.GetFileInfo(file).CreateReadStream());
        var css = tokens + reader.ReadToEnd();
        return new Sheet(css, Brand.Hash(css));
    }

    /// <summary>A stylesheet and the version in its address.</summary>
    /// <param name="Css">The text.</param>
    /// <param name="Version">Changes with the text.</param>
    public sealed record Sheet(string Css, string Version);
}
