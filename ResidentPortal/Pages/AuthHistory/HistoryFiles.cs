using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Branding;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Languages;
using ResidentPortal.Files;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.AuthHistory;

/// <summary>What the history shows, as a statement to keep and as a table; the words are those of the page.</summary>
internal sealed class HistoryFiles(IStringLocalizer<Words> words, Moments moments, Brand brand, LetterWriter writer)
{
    /// <summary>The statement.</summary>
    public byte[] WritePdf(AuthHistoryPage history, bool isSigned)
    {
        var language = Language.Of(CultureInfo.CurrentUICulture);
        return writer.Write(new Letter(language, brand.Name(language) ?? words["Portal.Name"], words["History.Title"],
        [
            Paragraph(words.Say("Locks.ReadAt", ("time", moments.DayAndTime(history.ReadAt)))),
            Paragraph(words[isSigned ? "History.File.Signed" : "History.File.Unsigned"]),
            Paragraph(words.Say("History.Found", ("count", history.Found))),
            .. history.Uses.Count < history.Found ? [Paragraph(words.Say("History.File.First", ("shown", HistoryWords.Number(history.Uses.Count))))] : Array.Empty<LetterPart>(),
            .. history.IsCut ? [Paragraph(words["History.Cut"])] : Array.Empty<LetterPart>(),
            .. history.Uses.Select(use => new LetterPart(LetterPartKind.Row, Told(use), moments.DayAndTime(use.At))),
        ]));
    }

    /// <summary>The table.</summary>
    public byte[] WriteCsv(AuthHistoryPage history) => CsvWriter.Write(history.Uses.Select(Row).Prepend(Head()));

    private static LetterPart Paragraph(string text) => new(LetterPartKind.Paragraph, text);

    private string Told(ShownUse use) => string.Join(' ', words.MarksOf(use).Prepend(words.Of(use)));

    private IReadOnlyList<string> Head() =>
    [
        words["History.Column.When"], words["History.Filter.By"], words["History.Filter.Way"], words["History.Filter.Outcome"], words["History.Filter.Number"], words["History.Unusual"],
    ];

    private IReadOnlyList<string> Row(ShownUse use) =>
    [
        TimeZoneInfo.ConvertTime(use.At, moments.Zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        words.OrganisationOf(use),
        words.ActsOf(use.Ways),
        words.OutcomeOf(use),
        words.NumberOf(use),
        string.Join(' ', words.MarksOf(use)),
    ];
}
