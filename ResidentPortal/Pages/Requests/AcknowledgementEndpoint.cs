using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Files;
using ResidentPortal.Security;
using ResidentPortal.Sessions;

namespace ResidentPortal.Pages.Requests;

/// <summary>
/// Hands out a request as a PDF, by a plain form's POST: the whole of it to its owner who is signed in and to whoever entered the code for it, else what anybody may
/// know who has its number.
/// </summary>
internal static class AcknowledgementEndpoint
{
    private const int ShownOfNumber = 4;

    public static void MapAcknowledgement(this IEndpointRouteBuilder routes) => routes.MapPost(
        Links.Acknowledgement,
        async (HttpContext context, IAntiforgery antiforgery, AcknowledgementLetter letter, ShowOwnRequest own, ShowTrackedRequest whole, TrackRequest open) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var (eventId, typed) = (form["EventId"].ToString(), DigitsOf(form["Number"].ToString()));
            if (eventId.Length > 0)
            {
                var session = Guid.TryParse(context.User.FindFirst(SessionAuthentication.SessionIdClaim)?.Value, out var id) ? id : Guid.Empty;
                return (await own.ExecuteAsync(session, eventId, context.RequestAborted)).Try(out var owned, out _) ? File(letter.Write(owned, typed: null), eventId) : Results.NotFound();
            }

            if (form["Ticket"] is [{ Length: > 0 } ticket])
            {
                var browser = PortalCookies.Read(context, PortalCookies.Code) ?? string.Empty;
                return (await whole.ExecuteAsync(typed, browser, ticket, context.RequestAborted)).Try(out var shown, out _) ? File(letter.Write(shown, typed), shown.Act?.EventId.Value ?? typed) : Results.Redirect(Links.Track);
            }

            return (await open.ExecuteAsync(typed, Visitors.NetworkOf(context), context.RequestAborted)).Try(out var answer, out _)
                ? File(letter.Write(answer, typed), answer.Act?.EventId.Value ?? typed)
                : Results.Redirect(Links.Track);
        }).WithMetadata(PageClass.OwnFile);

    private static string DigitsOf(string typed) => string.Concat(typed.Where(char.IsDigit).Select(CharUnicodeInfo.GetDecimalDigitValue));

    private static IResult File(byte[] pdf, string number) => Results.File(pdf, "application/pdf", $"request-{number[^ShownOfNumber..]}.pdf");
}
