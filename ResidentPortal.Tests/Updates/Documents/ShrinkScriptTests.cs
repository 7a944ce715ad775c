using ImageMagick;
using Microsoft.Playwright;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Tests.Updates.Corpus;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates.Documents;

/// <summary>The script beside a file field, in a real browser; without it the form works as well. R-33: an upload cut at 60 %.</summary>
public sealed class ShrinkScriptTests(Browser browser) : IDisposable
{
    private readonly PhotoConversion _library = new(); // sets the image library up before a picture is drawn

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task A_large_picture_becomes_small_and_upright_before_it_is_sent()
    {
        await using var desk = await PaperDesk.OpenAsync();
        await using var visit = await SendAsync(desk, "IMG_0042.JPG", "image/jpeg", LargeOnItsSide());
        var (answer, name, type, file) = desk.Received.ShouldHaveSingleItem();
        (answer, name, type).ShouldBe(("kept", "IMG_0042.jpg", "image/jpeg"));
        file.Length.ShouldBeLessThanOrEqualTo(2_000_000);
        using var picture = new MagickImage(file);
        (picture.Width, picture.Height).ShouldBe((1767u, 2500u));
        using var pixels = picture.GetPixels();
        pixels.GetPixel(60, 60).ToColor()!.ToByteArray()[0].ShouldBeGreaterThan((byte)150); // the red corner is at the top left again
        pixels.GetPixel(60, 60).ToColor()!.ToByteArray()[1].ShouldBeLessThan((byte)90);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task Small_pictures_and_other_files_go_as_they_are()
    {
        await using var desk = await PaperDesk.OpenAsync();
        using var page = PictureForge.Page(800, 1000);
        var small = PictureForge.Jpeg(page);
        byte[] broken = [0xFF, 0xD8, 0xFF, .. new byte[3_000_000]];
        (string Name, string Type, byte[] File)[] files = [("a.jpg", "image/jpeg", small), ("a.pdf", "application/pdf", PdfForge.Paper()), ("broken.jpg", "image/jpeg", broken)];
        foreach (var (name, type, file) in files)
        {
            await using var visit = await SendAsync(desk, name, type, file);
        }

        desk.Received.Select(received => received.Name).ShouldBe(["a.jpg", "a.pdf", "broken.jpg"]);
        desk.Received.Select(received => received.File).ShouldBe([small, files[1].File, broken]);
    }

    [Fact]
    public async Task After_a_cut_line_the_same_file_is_sent_again_and_no_answer_is_lost()
    {
        await using var desk = await PaperDesk.OpenAsync();
        desk.IsCut = true;
        await using var visit = await browser.VisitAsync(desk.Address);
        await visit.OpenAsync("/");
        await visit.Field("Note").FillAsync("kept");
        var file = new byte[1_500_000];
        new Random(3).NextBytes(file);
        await visit.Field("Paper").SetInputFilesAsync(new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = file });
        await visit.Button("Add").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The line was cut. Your answers are kept.");
        await Assertions.Expect(visit.Button("Send again")).ToBeFocusedAsync();
        (await visit.Field("Note").InputValueAsync()).ShouldBe("kept");
        desk.IsCut = false;
        await visit.Button("Send again").ClickAsync();
        await visit.SeeHeadingAsync("Your paper was added");
        var (answer, _, _, arrived) = desk.Received.ShouldHaveSingleItem();
        (answer, arrived.AsSpan().SequenceEqual(file)).ShouldBe(("kept", true));
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe("/done");
    }

    [Fact]
    public async Task Without_script_the_form_sends_the_file_itself()
    {
        await using var desk = await PaperDesk.OpenAsync();
        var large = LargeOnItsSide();
        await using var visit = await SendAsync(desk, "IMG_0042.JPG", "image/jpeg", large, hasScript: false);
        desk.Received.ShouldHaveSingleItem().File.ShouldBe(large);
    }

    [Fact]
    public void The_script_is_small() =>
        Architecture.House.Text("ResidentPortal/wwwroot/shrink.js").Length.ShouldBeLessThanOrEqualTo(3_072);

    private async Task<Visit> SendAsync(PaperDesk desk, string name, string type, byte[] file, bool hasScript = true)
    {
        var visit = await browser.VisitAsync(desk.Address, hasScript: hasScript);
        await visit.OpenAsync("/");
        await visit.Field("Note").FillAsync("kept");
        await visit.Field("Paper").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = file });
        await visit.Button("Add").ClickAsync();
        await visit.SeeHeadingAsync("Your paper was added");
        return visit;
    }

    private static byte[] LargeOnItsSide()
    {
        using var page = PictureForge.Page(2480, 3508);
        return PictureForge.OnItsSide(page);
    }
}
