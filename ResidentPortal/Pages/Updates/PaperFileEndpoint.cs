using Microsoft.AspNetCore.Antiforgery;
using ResidentPortal.Core.Updates;
using ResidentPortal.Security;
using ResidentPortal.Sessions;

namespace ResidentPortal.Pages.Updates;

/// <summary>Hands a paper back to whoever added it, as it will be sent: by a plain form's POST, to be kept as a file and never shown inside the portal (S-45).</summary>
internal static class PaperFileEndpoint
{
    public static void MapPaperFile(this IEndpointRouteBuilder routes) => routes.MapPost(Links.UpdatePaper, async (HttpContext context, IAntiforgery antiforgery, ShowPaper show, Guid id) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var session = Guid.TryParse(context.User.FindFirst(SessionAuthentication.SessionIdClaim)?.Value, out var signedIn) ? signedIn : Guid.Empty;
        return (await show.ExecuteAsync(session, Visitors.Of(context), id, context.RequestAborted)).Try(out var paper, out _)
            ? Results.File(paper.File, paper.Format is "pdf" ? "application/pdf" : "image/jpeg", $"paper.{paper.Format}")
            : Results.NotFound();
    }).WithMetadata(PageClass.OwnFile);
}
