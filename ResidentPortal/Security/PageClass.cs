using ResidentPortal.Sessions;

namespace ResidentPortal.Security;

/// <summary>
/// What an answer may load and who may keep it. Endpoints carry it as metadata; Razor pages without it are <see cref="Workspace"/> where they take part in
/// interactive routing and <see cref="Form"/> where not; everything else is <see cref="File"/>.
/// </summary>
public sealed record PageClass
{
    /// <summary>An open page without a form: no script, no cookie, the same for everybody.</summary>
    public static readonly PageClass Open = new(nameof(Open)) { Sources = "style-src 'self'; img-src 'self'; form-action 'self'", IsPersonal = false, IsPage = true };

    /// <summary>A page with a form: small scripts of our own, nothing inline, never kept.</summary>
    public static readonly PageClass Form = new(nameof(Form))
    {
        Sources = "script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'",
        IsPage = true,
    };

    /// <summary>A signed-in page with a circuit. Style attributes are the one thing the component library cannot do without.</summary>
    public static readonly PageClass Workspace = new(nameof(Workspace))
    {
        Sources = "script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'",
        BaseSources = "'self'",
        IsPage = true,
    };

    /// <summary>A signed-in page at a kiosk, without its circuit: a form, with the style attributes of the component library.</summary>
    public static readonly PageClass Framed = new(nameof(Framed))
    {
        Sources = "script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' blob:; connect-src 'self'; form-action 'self'",
        IsPage = true,
    };

    /// <summary>A picture the deployer mounted: it may style itself and do nothing else.</summary>
    public static readonly PageClass Picture = new(nameof(Picture)) { Sources = "style-src 'unsafe-inline'; sandbox", IsPersonal = false };

    /// <summary>A file, a redirect, an answer to a machine: it loads nothing.</summary>
    public static readonly PageClass File = new(nameof(File)) { IsPersonal = false };

    /// <summary>A file of a person's own: it loads nothing, and nobody keeps it.</summary>
    public static readonly PageClass OwnFile = new(nameof(OwnFile));

    private PageClass(string name) => Name = name;

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>What may be loaded, beside nothing.</summary>
    public string? Sources { get; private init; }

    /// <summary>Where the base of relative addresses may point: a circuit works out its routes from it.</summary>
    private string BaseSources { get; init; } = "'none'";

    /// <summary>Whether the answer may hold something personal, so that nobody keeps it.</summary>
    public bool IsPersonal { get; private init; } = true;

    /// <summary>Whether it is a page for people.</summary>
    public bool IsPage { get; private init; }

    /// <summary>The whole content policy.</summary>
    public string ContentPolicy => $"default-src 'none'; {Sources}{(Sources is null ? string.Empty : "; ")}base-uri {BaseSources}; frame-ancestors 'none'; report-uri {Links.PolicyReports}; report-to policy";

    /// <summary>The class of an answer: a page that stands in the frame of a kiosk is of one visit, and has the frame's scripts and no circuit.</summary>
    public static PageClass Of(HttpContext context) => Of(context.GetEndpoint()) is var page && page.IsPage && KioskState.Of(context) is not null ? page == Workspace ? Framed : Form : page;

    /// <summary>The class of an endpoint.</summary>
    public static PageClass Of(Endpoint? endpoint) => endpoint switch
    {
        null => File,
        _ when endpoint.Metadata.GetMetadata<PageClass>() is { } stated => stated,
        _ when endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is null => File,
        _ when endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.ExcludeFromInteractiveRoutingAttribute>() is not null => Form,
        _ => Workspace,
    };
}
