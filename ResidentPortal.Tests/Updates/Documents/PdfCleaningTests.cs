using System.Text;
using ImageMagick;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.Updates.Corpus;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace ResidentPortal.Tests.Updates.Documents;

/// <summary>S-43: a PDF is written anew: its pages look as before, and nothing else of it is left.</summary>
public sealed class PdfCleaningTests
{
    [Fact]
    public async Task The_pages_are_kept_and_what_is_said_about_the_file_is_not()
    {
        var forge = PdfForge.OfPages("/Metadata 7 0 R /PageMode /UseOutlines /OpenAction [5 0 R /Fit]", string.Empty, 3);
        forge.Add("<</Title (Meera) /Author (Meera Kaldan) /Producer (Phone of Meera)>>");
        forge.AddStream("/Type /Metadata /Subtype /XML", "<x:xmpmeta>Meera</x:xmpmeta>"u8.ToArray());
        var clean = await CleanAsync(forge.End("/Info 8 0 R"));
        using var file = new CardFile(clean);
        var facts = (await OutsideTools.AskAsync("pdfinfo", file.Path)).Output;
        facts.ShouldMatch(@"Pages:\s+3");
        facts.ShouldMatch(@"Metadata Stream:\s+no");
        Encoding.Latin1.GetString(clean).ShouldNotContain("Meera");
        (await CardSpecimens.ReadAsync(file.Path)).ShouldBe($"{PdfForge.Words} {PdfForge.Words} {PdfForge.Words}");
        (await OutsideTools.AskAsync("qpdf", "--check", file.Path)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Files_of_our_own_writer_with_fonts_and_pictures_look_the_same()
    {
        var card = ResidentPortal.Core.Cards.Rendering.CardDrawing.Draw(CardSpecimens.Write(CardSpecimens.Holder(new ResidentPortal.Core.Cards.LocalText("ara", "أنور بن صالح")), photo: CardSpecimens.Face));
        await LooksTheSameAsync(card);
        await LooksTheSameAsync(await PdfForge.ByQpdfAsync(card, "--object-streams=generate", "--linearize"));
    }

    [Fact]
    public async Task A_filled_in_form_keeps_its_answers()
    {
        var forge = PdfForge.OfPages("/AcroForm <</Fields [6 0 R 8 0 R]>>", "/Annots [6 0 R 8 0 R 9 0 R]", 1);
        forge.Add("<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Meera) /Rect [72 600 300 640] /AP <</N 7 0 R>> /Parent 5 0 R>>");
        forge.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 228 40] /Resources <</Font <</F1 4 0 R>>>>", "BT /F1 20 Tf 4 12 Td (Meera Kaldan) Tj ET"u8.ToArray());
        forge.Add("<</Type /Annot /Subtype /Widget /FT /Btn /T (yes) /V /On /AS /On /Rect [72 500 300 540] /AP <</N <</On 7 0 R /Off 3 0 R>>>>>>");
        forge.Add("<</Type /Annot /Subtype /Link /Border [0 0 0] /Rect [72 500 300 540] /A <</S /URI /URI (https://a.example)>>>>");
        var foreign = forge.End();
        var clean = await CleanAsync(foreign);
        Encoding.Latin1.GetString(clean).ShouldNotContain("a.example");
        Encoding.Latin1.GetString(clean).ShouldNotContain("AcroForm");
        await LooksTheSameAsync(foreign);
        using var file = new CardFile(clean);
        (await CardSpecimens.ReadAsync(file.Path)).Split("Meera Kaldan").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_picture_on_a_page_loses_its_position_and_nothing_else()
    {
        using var library = new PhotoConversion();
        var foreign = BadFiles.WithPicture(PictureForge.FromPhone());
        Encoding.Latin1.GetString(foreign).ShouldContain("PhoneOfMeera");
        var clean = await CleanAsync(foreign);
        Encoding.Latin1.GetString(clean).ShouldNotContain("PhoneOfMeera");
        Encoding.Latin1.GetString(clean).ShouldNotContain("Exif");
        using var document = PdfDocument.Open(clean);
        using var picture = new MagickImage(document.GetPage(1).GetImages().Single().RawBytes);
        picture.Width.ShouldBe(1754u);
    }

    [Fact]
    public async Task An_older_state_of_the_file_is_gone()
    {
        var first = PdfForge.Paper(more: "<</Type /Action /S /JavaScript /JS (old)>>");
        var text = Encoding.Latin1.GetString(first);
        var table = text.LastIndexOf("xref\n0", StringComparison.Ordinal);
        var later = text + "1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n";
        var start = later.Length;
        var at = text.Length;
        var clean = await CleanAsync(Encoding.Latin1.GetBytes(later + $"xref\n1 1\n{at:D10} 00000 n \ntrailer\n<</Size 7 /Root 1 0 R /Prev {table}>>\nstartxref\n{start}\n%%EOF\n"));
        Encoding.Latin1.GetString(clean).ShouldNotContain("JavaScript");
    }

    [Fact]
    public async Task The_letters_of_the_newer_version_are_taken_too()
    {
        var pdf = PdfForge.Paper();
        "%PDF-2.0"u8.CopyTo(pdf);
        Encoding.Latin1.GetString(await CleanAsync(pdf)).ShouldStartWith("%PDF-1.7");
    }

    [Fact]
    public async Task Bytes_of_strings_are_kept()
    {
        var colours = Convert.ToHexString([.. Enumerable.Range(0, 256).SelectMany(i => (byte[])[(byte)i, (byte)(255 - i), (byte)(i ^ 0x5A)])]);
        var literal = string.Concat(Enumerable.Range(0, 256).SelectMany(i => (int[])[i, 255 - i, i ^ 0x5A]).Select(value => $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}"));
        var forge = PdfForge.OfPages(string.Empty, "/Contents 7 0 R /Resources <</XObject <</Im0 6 0 R>>>>", 1);
        forge.AddStream($"/Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 255 ({literal})]", [.. Enumerable.Range(0, 256).Select(i => (byte)i)]);
        forge.AddStream(string.Empty, "400 0 0 400 50 300 cm /Im0 Do"u8.ToArray());
        Encoding.Latin1.GetString(await CleanAsync(forge.End())).ShouldContain(colours);
        await LooksTheSameAsync(forge.End());
    }

    private static async Task<byte[]> CleanAsync(byte[] pdf)
    {
        var clean = await Intake.CleanAsync("paper.pdf", "application/pdf", pdf);
        clean.Format.ShouldBe("pdf");
        clean.WasShrunk.ShouldBeFalse();
        return clean.File;
    }

    private static async Task LooksTheSameAsync(byte[] foreign)
    {
        (await DrawAsync(await CleanAsync(foreign))).ShouldBe(await DrawAsync(foreign));
    }

    private static async Task<byte[]> DrawAsync(byte[] pdf)
    {
        using var file = new CardFile(pdf);
        await OutsideTools.AskAsync("pdftoppm", "-r", "60", "-singlefile", "-png", file.Path, file.Path);
        var picture = await File.ReadAllBytesAsync($"{file.Path}.png");
        File.Delete($"{file.Path}.png");
        return picture;
    }
}
