using Microsoft.AspNetCore.Antiforgery;
using ResidentPortal.Core.Cards;
using ResidentPortal.Security;
using ResidentPortal.Sessions;

namespace ResidentPortal.Pages.Cards;

/// <summary>Hands out the file of a card: by a plain form's POST, once, to the sign-in or the proof it belongs to.</summary>
internal static class CardFileEndpoint
{
    public static void MapCardFile(this IEndpointRouteBuilder routes) => routes.MapPost(Links.CardFile, async (HttpContext context, IAntiforgery antiforgery, DeliverCard deliver) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? eventId = form["EventId"];
        var session = Guid.TryParse(context.User.FindFirst(SessionAuthentication.SessionIdClaim)?.Value, out var id) ? id : Guid.Empty;
        var ticket = form["Proof"] is [{ Length: > 0 } proof] ? CardTicket.Of(proof) : CardTicket.Of(session, eventId);
        var delivered = await deliver.ExecuteAsync(ticket, CancellationToken.None);

        // Whoever has a page of their own is led back to it, where it says what became of the file.
        return delivered.Try(out var file, out _) ? Results.File(file.Pdf, "application/pdf", CardFile.Name)
            : session != Guid.Empty && eventId is { Length: > 0 } ? Results.Redirect(Links.CardOf(eventId))
            : Results.NotFound();
    }).WithMetadata(PageClass.OwnFile);
}
