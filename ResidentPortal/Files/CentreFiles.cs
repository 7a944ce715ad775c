using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Branding;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Languages;
using ResidentPortal.Texts;

namespace ResidentPortal.Files;

/// <summary>Registration centres and papers on paper, in the words of their pages. They are the same for everybody.</summary>
internal sealed class CentreFiles(IStringLocalizer<Words> words, Moments moments, Brand brand, LetterWriter writer, TimeProvider clock)
{
    /// <summary>A list of centres.</summary>
    public byte[] Write(CentreList list) => Write(
        list.Path is [.., var place] ? words.Say("Centres.In", ("place", place.Name)) : words["Centres.Title"],
        [
            .. list.Centres.Count < list.Total ? new[] { Paragraph(words.Say("Centres.File.First", ("count", list.Total.ToString(CultureInfo.CurrentCulture)), ("shown", list.Centres.Count.ToString(CultureInfo.CurrentCulture)))) } : [],
            .. list.Centres.SelectMany(Parts),
        ]);

    /// <summary>The papers that are taken.</summary>
    public byte[] Write(IReadOnlyList<PaperCategory> categories) => Write(
        words["Papers.Title"],
        [Paragraph(words["Papers.Lead"]), .. categories.SelectMany(category => category.Types.Select(Paragraph).Prepend(new LetterPart(LetterPartKind.Heading, category.Name)))]);

    private static LetterPart Paragraph(string text) => new(LetterPartKind.Paragraph, text);

    private IEnumerable<LetterPart> Parts(Centre centre)
    {
        yield return new LetterPart(LetterPartKind.Heading, centre.Name);
        (string Term, string? Text)[] rows =
        [
            (words["Centres.Address"], CentreWords.AddressLine(centre)), (words["Centres.Phone"], centre.Phone), (words["Centres.When"], words.Hours(centre)),
        ];
        foreach (var (term, text) in rows.Where(row => row.Text is not null))
        {
            yield return new LetterPart(LetterPartKind.Row, text!, term);
        }
    }

    private byte[] Write(string title, IReadOnlyList<LetterPart> parts)
    {
        var language = Language.Of(CultureInfo.CurrentUICulture);
        return writer.Write(new Letter(language, brand.Name(language) ?? words["Portal.Name"], title, [.. parts, Paragraph(words.Say("Centres.AsOf", ("day", moments.Day(clock.GetUtcNow()))))]));
    }
}
