using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Net.Http.Headers;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Security;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Printing;

/// <summary>Prepares a print at the desk, which the resident then confirms with a code, and hands it to the printer of the desk: once, shown in the browser, kept by nobody.</summary>
internal static class PrintEndpoints
{
    public static void MapPrints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.KioskPrintWish, WishAsync).WithMetadata(PageClass.File);
        routes.MapPost(Links.KioskPrint, TakeAsync).WithMetadata(PageClass.OwnFile);
    }

    private static async Task<IResult> WishAsync(HttpContext context, IAntiforgery antiforgery, PrintCard print, ShowCentre centres, Moments moments)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (KioskState.Of(context) is not { Side: KioskSide.Desk, Duty: { } duty, Visit: { DeskId: { } desk } visit } || !Guid.TryParse(form["Intent"], out var intent))
        {
            return Results.Redirect(Links.DeskVisit);
        }

        var centre = (await centres.ExecuteAsync(duty.CentreCode, visit.Language.Code, context.RequestAborted)).Try(out var facts, out _) ? $"{facts.Centre.Name} ({duty.CentreCode})" : duty.CentreCode;
        var wished = await print.ExecuteAsync(desk, new PrintCardOrder(intent, centre, moments.Zone.Id), CancellationToken.None);

        // The frame puts it before the resident on the way.
        return Results.Redirect(wished.Problem is { } problem && string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal)
            ? Links.ConfirmAct((string)problem.Facts["eventId"])
            : Links.DeskVisit);
    }

    private static async Task<IResult> TakeAsync(HttpContext context, IAntiforgery antiforgery, TakePrint take, NotePrinted note)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var taken = await take.ExecuteAsync(KioskState.Of(context)?.Visit?.DeskId ?? Guid.Empty, form["EventId"], CancellationToken.None);
        if (!taken.Try(out var file, out _))
        {
            return Results.Redirect(Links.DeskVisit);
        }

        // From now on the resident's view asks whether they have their paper.
        await note.ExecuteAsync(KioskState.Of(context)?.Duty?.Id ?? Guid.Empty, CancellationToken.None);

        // Shown, not saved: from there it goes to the printer.
        context.Response.Headers[HeaderNames.ContentDisposition] = "inline";
        return Results.Bytes(file.Pdf, "application/pdf");
    }
}
