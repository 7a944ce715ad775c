using ResidentPortal.Core.Languages;
using ResidentPortal.Security;

namespace ResidentPortal.Languages;

/// <summary>The language links of pages without a form: keeps the choice and goes back to where the reader was.</summary>
internal static class LanguageEndpoint
{
    public static void MapLanguage(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Links.Language, (HttpContext context, OfferedLanguages languages, string tag, string? to) =>
    {
        if (languages.Find(tag) is not { } language)
        {
            return Results.NotFound();
        }

        LanguageChoice.Keep(context, language);
        context.Response.Headers.Location = Links.LocalOrWelcome(to);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }).WithMetadata(PageClass.File);
}
