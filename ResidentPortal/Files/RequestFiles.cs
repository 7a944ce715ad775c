using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Branding;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Texts;

namespace ResidentPortal.Files;

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
