using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Branding;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Files;
using ResidentPortal.Security;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Requests;

/// <summary>The list of a resident's requests as a file, in the words of its page: on paper, and as a table.</summary>
internal sealed class RequestFiles(IStringLocalizer<Words> words, Moments moments, Brand brand, LetterWriter writer, TimeProvider clock)
{
    /// <summary>On paper.</summary>
    public byte[] Pdf(RequestList list)
    {
        var language = Language.Of(CultureInfo.CurrentUICulture);
        return writer.Write(new Letter(language, brand.Name(language) ?? words["Portal.Name"], words["Requests.Title"],
        [
            .. list.Requests.Count < list.Total ? new[] { Paragraph(words.Say("Requests.File.First", ("count", Number(list.Total)), ("shown", Number(list.Requests.Count)))) } : [],
            .. list.Requests.SelectMany(request => new LetterPart[]
            {
                new(LetterPartKind.Heading, words[$"Act.{request.Kind}"]),
                new(LetterPartKind.Row, words.BriefOf(request.Kind, request.State), words["Paper.State"]),
                new(LetterPartKind.Row, moments.DayAndTime(request.CreatedAt), words["Receipt.When"]),
                new(LetterPartKind.Row, request.EventId.Grouped, words["Receipt.Number"]),
            }),
            Paragraph(words.Say("Track.ReadAt", ("time", moments.DayAndTime(clock.GetUtcNow())))),
        ]));
    }

    /// <summary>As a table. Numbers stand in groups: a spreadsheet would round sixteen digits.</summary>
    public byte[] Csv(RequestList list) => CsvWriter.Write(
    [
        [words["Requests.File.Kind"], words["Paper.State"], words["Receipt.When"], words["Receipt.Number"], words["Requests.Pinned"]],
        .. list.Requests.Select(request => new[]
        {
            words[$"Act.{request.Kind}"].Value, words.BriefOf(request.Kind, request.State), moments.DayAndTime(request.CreatedAt), request.EventId.Grouped, request.IsPinned ? "1" : string.Empty,
        }),
    ]);

    private static LetterPart Paragraph(string text) => new(LetterPartKind.Paragraph, text);

    private static string Number(int number) => number.ToString(CultureInfo.CurrentCulture);
}

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
