using System.IO.Compression;
using System.Text;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Tests.Updates.Corpus;

/// <summary>Files that are refused, by what is wrong with them, and the name of the sentence they are refused with.</summary>
internal static class BadFiles
{
    private const string Script = "<</Type /Action /S /JavaScript /JS (app.alert\\(1\\))>>";
    private const string Note = "/Type /Annot /Rect [9 9 99 99]";

    public static readonly IReadOnlyDictionary<string, (DocumentUpload Upload, string Problem)> All = new Dictionary<string, (DocumentUpload, string)>(StringComparer.Ordinal)
    {
        ["nothing"] = (Pdf([]), "documents.empty"),
        ["a web page called PDF"] = (Pdf("<!doctype html><script>alert(1)</script>"u8.ToArray()), "documents.otherKind"),
        ["an archive called PDF"] = (Pdf(Zip("a.txt")), "documents.otherKind"),
        ["a Word document called PDF"] = (Pdf(Zip("[Content_Types].xml", "word/document.xml")), "documents.otherKind"),
        ["a Word document under its own name"] = (new("paper.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Zip("[Content_Types].xml")), "documents.otherKind"),
        ["a vector drawing called PNG"] = (new("paper.png", "image/png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()), "documents.otherKind"),
        ["a GIF called JPEG"] = (Jpg("GIF89a\u0001\0\u0001\0\0\0\0;"u8.ToArray()), "documents.otherKind"),
        ["a PDF behind other bytes"] = (Pdf([.. "GIF89a/*"u8, .. PdfForge.Paper()]), "documents.otherKind"),
        ["a PNG called JPEG"] = (Jpg(PictureForge.Png(1000, 1000)), "documents.nameDiffers"),
        ["a picture without an ending"] = (new("paper", "image/png", PictureForge.Png(1000, 1000)), "documents.nameDiffers"),
        ["a PDF with a second ending"] = (new("paper.pdf.exe", "application/pdf", PdfForge.Paper()), "documents.nameDiffers"),
        ["a PDF that the browser calls a web page"] = (new("paper.pdf", "text/html", PdfForge.Paper()), "documents.nameDiffers"),
        ["more bytes than are taken"] = (Jpg([0xFF, 0xD8, 0xFF, .. new byte[10_000_000]]), "documents.tooLarge"),
        ["a JPEG that was cut off"] = (Jpg(Page()[..^4000]), "documents.pictureDamaged"),
        ["a JPEG that was cut off and given an end"] = (Jpg([.. Page()[..^90_000], 0xFF, 0xD9]), "documents.pictureDamaged"),
        ["a JPEG of a thousand scans"] = (Jpg(ManyScans()), "documents.pictureDamaged"),
        ["a PNG that was cut off"] = (Png(PictureForge.Png(1000, 1000)[..^12]), "documents.pictureDamaged"),
        ["a PNG without its pixels"] = (Png(PictureForge.Png(1000, 1000, isWhole: false)), "documents.pictureDamaged"),
        ["a PNG of fifty megapixels"] = (Png(PictureForge.Png(7_072, 7_072)), "documents.tooManyPixels"),
        ["a PNG that claims ten thousand megapixels"] = (Png(PictureForge.Png(100_000, 100_000, isWhole: false)), "documents.tooManyPixels"),
        ["a picture for an icon"] = (Png(PictureForge.Png(64, 64)), "documents.tooSmall"),
        ["a picture of the dark"] = (Jpg(PictureForge.Blank()), "documents.blank"),
        ["a PDF and an archive in one"] = (Pdf([.. PdfForge.Paper(), .. Zip("a.txt")]), "documents.pdfNotAlone"),
        ["a PDF that was cut off"] = (Pdf(PdfForge.Paper()[..^40]), "documents.pdfDamaged"),
        ["a PDF larger than a file may be"] = (Pdf([.. PdfForge.Paper(), .. new byte[2_000_000]]), "documents.pdfTooLarge"),
        ["a script that starts on opening"] = (Pdf(PdfForge.Paper($"/OpenAction {Script}")), "documents.pdfActive"),
        ["a script written with escapes"] = (Pdf(PdfForge.Paper("/Open#41ction <</#53 /J#61vaScript /#4aS <6170702e616c6572742831293b>>>")), "documents.pdfActive"),
        ["a script among names"] = (Pdf(PdfForge.Paper("/Names <</JavaScript <</Names [(a) 6 0 R]>>>>", more: Script)), "documents.pdfActive"),
        ["a script in a packed object"] = (Pdf(PdfForge.WithPackedObjects($"/OpenAction {Script}")), "documents.pdfActive"),
        ["a script when the page opens"] = (Pdf(PdfForge.Paper(page: $"/AA <</O {Script}>>")), "documents.pdfActive"),
        ["an act of its own when the page opens"] = (Pdf(PdfForge.Paper(page: "/AA <</O <</S /Named /N /Print>>>>")), "documents.pdfActive"),
        ["printing on opening"] = (Pdf(PdfForge.Paper("/OpenAction <</S /Named /N /Print>>")), "documents.pdfActive"),
        ["a place to open at with something after it"] = (Pdf(PdfForge.Paper("/OpenAction <</S /GoTo /D [5 0 R /Fit] /Next <</S /URI /URI (http://a.example)>>>>")), "documents.pdfActive"),
        ["a program to launch"] = (Pdf(PdfForge.Paper(page: $"/Annots [<<{Note} /Subtype /Link /A <</S /Launch /F (cmd.exe)>>>>]")), "documents.pdfActive"),
        ["a form that sends itself"] = (Pdf(PdfForge.Paper(page: $"/Annots [<<{Note} /Subtype /Link /A <</S /SubmitForm /F (http://a.example)>>>>]")), "documents.pdfActive"),
        ["a form that fills itself"] = (Pdf(PdfForge.Paper("/Outlines <</First <</A <</S /ImportData /F (a.fdf)>>>>>>")), "documents.pdfActive"),
        ["a way into another file"] = (Pdf(PdfForge.Paper(page: $"/Annots [<<{Note} /Subtype /Link /A <</S /GoToR /F (b.pdf) /D [0 /Fit]>>>>]")), "documents.pdfActive"),
        ["a film"] = (Pdf(PdfForge.Paper(page: $"/Annots [<<{Note} /Subtype /RichMedia>>]")), "documents.pdfActive"),
        ["a picture that lies in another file"] = (Pdf(Outside()), "documents.pdfActive"),
        ["a file within"] = (Pdf(PdfForge.Paper("/Names <</EmbeddedFiles <</Names [(a.exe) 6 0 R]>>>>", more: "<</Type /Filespec /F (a.exe) /EF <</F 3 0 R>>>>")), "documents.pdfHoldsFiles"),
        ["a file pinned to the page"] = (Pdf(PdfForge.Paper(page: $"/Annots [<<{Note} /Subtype /FileAttachment /FS <</F (a.exe)>>>>]")), "documents.pdfHoldsFiles"),
        ["a form that draws itself"] = (Pdf(PdfForge.Paper("/AcroForm <</Fields [] /XFA 3 0 R>>")), "documents.pdfForm"),
        ["a form whose answers are not drawn"] = (Pdf(PdfForge.Paper("/AcroForm <</Fields [6 0 R] /NeedAppearances true>>", "/Annots [6 0 R]", more: $"<<{Note} /Subtype /Widget /FT /Tx /T (name) /V (Meera)>>")), "documents.pdfForm"),
        ["more pages than are read"] = (Pdf(PdfForge.OfPages(string.Empty, string.Empty, 21).End()), "documents.pdfPages"),
        ["no pages"] = (Pdf(PdfForge.OfPages(string.Empty, string.Empty, 0).End()), "documents.pdfPages"),
        ["pages that lead to themselves"] = (Pdf(PdfForge.Paper(page: "/Kids [2 0 R]")), "documents.pdfDamaged"),
        ["a thousand arrays in each other"] = (Pdf(PdfForge.Paper($"/X {new string('[', 100_000)}{new string(']', 100_000)}")), "documents.pdfDamaged"),
        ["objects that unpack without end"] = (Pdf(PdfForge.WithPackedObjects(string.Empty, PdfForge.Zlib(new byte[200_000_000]))), "documents.pdfDamaged"),
        ["a page that unpacks without end"] = (Pdf(Bomb()), "documents.pdfDamaged"),
        ["a torn picture on the page"] = (Pdf(WithPicture([0xFF, 0xD8, 0xFF, 0xE1, 0x40, 0x00, 1, 2, 3])), "documents.pdfDamaged"),
    };

    /// <summary>A page with a JPEG on it.</summary>
    public static byte[] WithPicture(byte[] jpeg)
    {
        var forge = PdfForge.OfPages(string.Empty, "/Contents 7 0 R /Resources <</XObject <</Im0 6 0 R>>>>", 1);
        forge.AddStream("/Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", jpeg);
        forge.AddStream(string.Empty, "400 0 0 400 50 300 cm /Im0 Do"u8.ToArray());
        return forge.End();
    }

    private static byte[] Page()
    {
        using var page = PictureForge.Page();
        return PictureForge.Jpeg(page);
    }

    private static DocumentUpload Pdf(byte[] file) => new("paper.pdf", "application/pdf", file);

    private static DocumentUpload Jpg(byte[] file) => new("paper.jpg", "image/jpeg", file);

    private static DocumentUpload Png(byte[] file) => new("paper.png", "image/png", file);

    private static byte[] Zip(params string[] names)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.ASCII.GetBytes(name));
            }
        }

        return file.ToArray();
    }

    private static byte[] ManyScans()
    {
        var page = Page();
        var scan = page.AsSpan().IndexOf((byte[])[0xFF, 0xDA]);
        return [.. page[..scan], .. Enumerable.Repeat(page[scan..(scan + 14)], 1_000).SelectMany(bytes => bytes), .. page[scan..]];
    }

    private static byte[] Outside()
    {
        var forge = PdfForge.OfPages(string.Empty, "/Resources <</XObject <</Im0 6 0 R>>>>", 1);
        forge.AddStream("/Type /XObject /Subtype /Image /Width 9 /Height 9 /F (/etc/passwd)", []);
        return forge.End();
    }

    private static byte[] Bomb()
    {
        var forge = PdfForge.OfPages(string.Empty, "/Contents 6 0 R", 1);
        forge.AddStream("/Filter /FlateDecode", PdfForge.Zlib(new byte[300_000_000]));
        return forge.End();
    }
}
