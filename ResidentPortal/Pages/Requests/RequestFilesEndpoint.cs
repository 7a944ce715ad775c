using ResidentPortal.Core.History;
using ResidentPortal.Files;
using ResidentPortal.Security;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Requests;

/// <summary>Hands the files out, to their owner alone.</summary>
internal static class RequestFilesEndpoint
{
    public static void MapRequestFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapFile(Links.RequestsPdf, (files, list) => files.Pdf(list), "application/pdf", "requests.pdf");
        routes.MapFile(Links.RequestsCsv, (files, list) => files.Csv(list), "text/csv; charset=utf-8", "requests.csv");
    }

    private static void MapFile(this IEndpointRouteBuilder routes, string path, Func<RequestFiles, RequestList, byte[]> write, string contentType, string name) => routes.MapGet(
        path,
        async (HttpContext context, string? what, string? state, string? from, string? until, string? number, ListRequests requests, RequestFiles files, Moments moments) =>
        {
            var search = new RequestSearch { What = what, State = state, From = from, Until = until, Number = number };
            var session = Guid.TryParse(context.User.FindFirst(SessionAuthentication.SessionIdClaim)?.Value, out var id) ? id : Guid.Empty;
            var part = new RequestPart(Number: 1, RequestPart.Largest);
            return search.Fault is null && (await requests.ExecuteAsync(session, search.ToFilter(moments), part, context.RequestAborted)).Try(out var list, out _)
                ? Results.File(write(files, list), contentType, name)
                : Results.Redirect(search.At(Links.Requests));
        }).RequireAuthorization().WithMetadata(PageClass.OwnFile);
}
