using Microsoft.AspNetCore.Antiforgery;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Security;

namespace ResidentPortal.Pages.LostNumber;

/// <summary>Hands out the letter with a lost number: by a plain form's POST, once, to whoever has the link.</summary>
internal static class LostNumberFileEndpoint
{
    public static void MapLostNumberFile(this IEndpointRouteBuilder routes) => routes.MapPost(Links.LostNumberFile, async (HttpContext context, IAntiforgery antiforgery, DeliverLostNumber deliver) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var token = (await context.Request.ReadFormAsync(context.RequestAborted))["Token"].ToString();

        // Where there is nothing any more, the page of the link says so.
        return (await deliver.ExecuteAsync(token, CancellationToken.None)).Try(out var file, out _)
            ? Results.File(file.Pdf, "application/pdf", LostNumberFile.Name)
            : Results.Redirect(Links.LostNumberLinkOf(token));
    }).WithMetadata(PageClass.OwnFile);
}
