using ResidentPortal.Security;

namespace ResidentPortal.Branding;

/// <summary>Serves the stylesheets and the emblem. An address with the current version may be kept for good.</summary>
internal static class BrandEndpoints
{
    public static void MapBrand(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Links.BrandStyles, (HttpContext context, StyleSheets sheets) => Css(context, sheets.Open)).WithMetadata(PageClass.File).CacheOutput(OpenCache.Name);
        endpoints.MapGet(Links.WorkspaceStyles, (HttpContext context, StyleSheets sheets) => Css(context, sheets.Workspace)).WithMetadata(PageClass.File).CacheOutput(OpenCache.Name);
        endpoints.MapGet(Links.KioskStyles, (HttpContext context, StyleSheets sheets) => Css(context, sheets.Kiosk)).WithMetadata(PageClass.File).CacheOutput(OpenCache.Name);
        endpoints.MapGet(Links.Emblem, (HttpContext context, Brand brand) =>
        {
            Keep(context, brand.Version);
            return Results.Bytes(brand.Emblem.Content, brand.Emblem.ContentType);
        }).WithMetadata(PageClass.Picture);
    }

    private static IResult Css(HttpContext context, StyleSheets.Sheet sheet)
    {
        Keep(context, sheet.Version);
        return Results.Text(sheet.Css, "text/css; charset=utf-8");
    }

    private static void Keep(HttpContext context, string version) =>
        context.Response.Headers.CacheControl = context.Request.Query["v"] == version ? "public, max-age=31536000, immutable" : "no-cache";
}
