using Microsoft.AspNetCore.Antiforgery;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Security;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.AuthHistory;

/// <summary>Hands out what the history shows, by a plain form's POST. The names of the files say nothing about anybody.</summary>
internal static class HistoryFileEndpoint
{
    public static void MapHistoryFile(this IEndpointRouteBuilder routes) => routes.MapPost(
        Links.HistoryFile,
        async (HttpContext context, IAntiforgery antiforgery, CollectAuthHistory collect, SignAuthHistory sign, HistoryFiles files, Moments moments) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var session = Guid.TryParse(context.User.FindFirst(SessionAuthentication.SessionIdClaim)?.Value, out var id) ? id : Guid.Empty;
            var search = HistorySearch.Of(form);
            if (!(await collect.ExecuteAsync(session, search.ToFilter(moments), context.RequestAborted)).Try(out var history, out var problem))
            {
                return problem.Kind is ProblemKind.Unavailable ? Results.Redirect(search.At(page: 1)) : Results.NotFound();
            }

            if (form["Format"] == "csv")
            {
                return Results.File(files.WriteCsv(history), "text/csv; charset=utf-8", "history.csv");
            }

            return (await sign.ExecuteAsync(session, isSigned => files.WritePdf(history, isSigned), context.RequestAborted)).Try(out var pdf, out _)
                ? Results.File(pdf, "application/pdf", "history.pdf")
                : Results.NotFound();
        }).WithMetadata(PageClass.OwnFile);
}
