using System.Reflection;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Tests.Updates.Corpus;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates.Documents;

/// <summary>S-41, S-42, S-43, S-46: what is not a plain paper is refused, and told why.</summary>
public sealed class BadFileTests
{
    public static TheoryData<string> Names => [.. BadFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Refused_with_its_own_sentence(string name)
    {
        var (upload, key) = BadFiles.All[name];
        var problem = (await Intake.TakeAsync(upload)).Problem.ShouldNotBeNull();
        problem.Key.ShouldBe(key);
        new PortalWords("en").Problem(key).ShouldContain("Nothing was added.");
    }

    [Fact]
    public async Task Refused_in_a_packed_object_of_another_writer_too()
    {
        var pdf = PdfForge.Paper("/Names <</JavaScript <</Names [(a) 6 0 R]>>>>", more: "<</Type /Action /S /JavaScript /JS (x)>>");
        var packed = await PdfForge.ByQpdfAsync(pdf, "--object-streams=generate");
        packed.AsSpan().IndexOf("JavaScript"u8).ShouldBe(-1);
        (await Intake.TakeAsync(new DocumentUpload("paper.pdf", "application/pdf", packed))).Problem.ShouldBe(DocumentProblems.PdfActive);
    }

    [Theory]
    [InlineData("meera")] // opens with a password
    [InlineData("")] // opens for reading, forbids the rest
    public async Task Refused_when_encrypted(string password)
    {
        var locked = await PdfForge.ByQpdfAsync(PdfForge.Paper(), "--encrypt", password, "owner", "256", "--");
        (await Intake.TakeAsync(new DocumentUpload("paper.pdf", "application/pdf", locked))).Problem.ShouldBe(DocumentProblems.PdfLocked);
    }

    [Fact]
    public async Task Limits_are_told_with_the_refusal()
    {
        (await Intake.TakeAsync(BadFiles.All["more bytes than are taken"].Upload)).Problem!.Facts["most"].ShouldBe(10);
        (await Intake.TakeAsync(BadFiles.All["a PDF larger than a file may be"].Upload)).Problem!.Facts["most"].ShouldBe(2);
        (await Intake.TakeAsync(BadFiles.All["a PNG of fifty megapixels"].Upload)).Problem!.Facts["most"].ShouldBe(40);
        (await Intake.TakeAsync(BadFiles.All["more pages than are read"].Upload)).Problem!.Facts["most"].ShouldBe(20);
    }

    [Fact]
    public void Each_refusal_has_a_sentence_of_its_own_in_each_language()
    {
        var keys = typeof(DocumentProblems).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((Problem)field.GetValue(null)!).Key).ToList();
        foreach (var language in Language.All)
        {
            var words = new PortalWords(language.Tag);
            keys.Select(words.Problem).Distinct(StringComparer.Ordinal).Count().ShouldBe(keys.Count);
        }
    }

    [Fact]
    public async Task Changed_bytes_make_no_exception()
    {
        var random = new Random(7);
        using var page = PictureForge.Page(400, 500);
        byte[][] files = [PdfForge.Paper("/AcroForm <</Fields [6 0 R]>>", "/Annots [6 0 R]", more: "<</Type /Annot /Subtype /Widget /FT /Tx>>"), PdfForge.WithPackedObjects(string.Empty), PictureForge.Jpeg(page), PictureForge.Png(400, 500)];
        string[] names = ["a.pdf", "a.pdf", "a.jpg", "a.png"];
        for (var i = 0; i < 400; i++)
        {
            var file = files[i % 4].ToArray();
            for (var j = 0; j < 1 + (i % 9); j++)
            {
                file[random.Next(8, file.Length)] = (byte)random.Next(256);
            }

            var outcome = await Intake.TakeAsync(new DocumentUpload(names[i % 4], null, file));
            (outcome.IsSuccess || outcome.Problem!.Key.StartsWith("documents.", StringComparison.Ordinal)).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_file_is_not_told_by_its_text_form()
    {
        new DocumentUpload("birth certificate of Meera.pdf", "application/pdf", [1]).ToString().ShouldBe("DocumentUpload");
        new CleanDocument("pdf", [1], WasShrunk: false).ToString().ShouldBe("pdf");
    }
}
