using Microsoft.Playwright;
using ResidentPortal.Tests.Updates.Corpus;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages of changes of data.</summary>
[Collection("browser")]
public sealed class UpdateAccessibilityTests(Browser browser) : IAsyncLifetime
{
    private const string NewPhone = "9876577777";

    private readonly List<string> _faults = [];
    private PortalHost _portal = default!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("ar", 320)]
    [InlineData("en", 1280)]
    public Task Every_state_stands_before_axe(string language, int width) => WalkAsync(language, width);

    [Theory(Explicit = true)]
    [Trait("matrix", "full")]
    [InlineData("en", 320)]
    [InlineData("en", 768)]
    [InlineData("fr", 320)]
    [InlineData("fr", 768)]
    [InlineData("fr", 1280)]
    [InlineData("ar", 768)]
    [InlineData("ar", 1280)]
    public Task The_whole_matrix_stands_before_axe(string language, int width) => WalkAsync(language, width);

    private async Task WalkAsync(string language, int width)
    {
        await using var visit = await browser.VisitAsync(_portal, language, width);
        await visit.SignInAsync(_portal);
        await OpenAsync(visit, Links.Update);
        await WalkChoiceAsync(visit);
        await WalkAnswersAsync(visit);
        await WalkContactAsync(visit);
        await WalkPapersAsync(visit);
        await WalkElsewhereAsync(language, width);
        await WalkSentAsync(visit);
        _faults.ShouldBeEmpty();
        visit.ShouldBeWithoutComplaints();
    }

    private async Task WalkChoiceAsync(Visit visit)
    {
        await OpenAsync(visit, Links.ChooseUpdate);
        await visit.Button(visit.Words["Update.Choose.Go"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "choice with an error");
        foreach (var field in new[] { "fullName", "dateOfBirth", "gender", "phone" })
        {
            await visit.Page.Locator($"#choose-{field}").CheckAsync();
        }

        await visit.Button(visit.Words["Update.Choose.Go"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Update.Tasks.Lead"]);
        await visit.Page.Locator("summary").ClickAsync();
        await JudgeAsync(visit, "tasks");
    }

    private async Task WalkAnswersAsync(Visit visit)
    {
        await OpenAsync(visit, "/update/answer/fullName");
        await visit.Page.Locator("[id='Text.fra']").FillAsync("X");
        await SaveWithErrorAsync(visit, "name with an error");
        await visit.Page.Locator("[id='Text.fra']").FillAsync("Mira Anand");
        await SaveAsync(visit);
        await visit.Page.Locator("#Day").WaitForAsync();
        await JudgeAsync(visit, "date");
        await visit.Page.Locator("#Day").FillAsync("99");
        await SaveWithErrorAsync(visit, "date with an error");
        await visit.Page.Locator("#Day").FillAsync("8");
        await SaveAsync(visit);
        await visit.Page.Locator("#Text-MLE").Or(visit.Page.Locator("input[type=radio]").Last).First.WaitForAsync();
        await SaveWithErrorAsync(visit, "choice of a value with an error");
        await visit.Page.Locator("input[type=radio]").Last.CheckAsync();
        await SaveAsync(visit);
        await visit.Page.Locator("#Text[type=tel]").FillAsync(NewPhone);
        await SaveAsync(visit);
    }

    private async Task WalkContactAsync(Visit visit)
    {
        await visit.Button(visit.Words["Update.Contact.Send"]).WaitForAsync();
        await JudgeAsync(visit, "new contact");
        await visit.Button(visit.Words["Update.Contact.Send"]).ClickAsync();
        await visit.Button(visit.Words["Update.Contact.Enter"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Code.Field.Empty"]);
        await JudgeAsync(visit, "new contact with an error");
        await visit.EnterCodeAsync(_portal, visit.Words["Update.Contact.Enter"], NewPhone);
        await visit.Page.Locator("#Paper").WaitForAsync();
        await OpenAsync(visit, "/update/contact/phone");
    }

    private async Task WalkPapersAsync(Visit visit)
    {
        await OpenAsync(visit, "/update/papers/proofOfIdentity");
        await visit.Button(visit.Words["Update.Paper.Add"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "papers with an error");
        await visit.Page.Locator("input[type=radio]").First.CheckAsync();
        await visit.Page.Locator("#Paper").SetInputFilesAsync(new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = PdfForge.Paper() });
        await visit.Button(visit.Words["Update.Paper.Add"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Update.Check.Title"]);
        await OpenAsync(visit, "/update/papers/proofOfIdentity");
        await OpenAsync(visit, Links.Update);
    }

    private async Task WalkElsewhereAsync(string language, int width)
    {
        await using var other = await browser.VisitAsync(_portal, language, width);
        await other.SignInAsync(_portal);
        await OpenAsync(other, Links.Update);
        await other.Field(other.Words["Update.Resume.Field"]).FillAsync("AAAA-AAAA");
        await other.Button(other.Words["Update.Resume.Open"]).ClickAsync();
        await other.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(other, "elsewhere with an error");
        await other.Button(other.Words["Update.Resume.Send"]).ClickAsync();
        await other.SeeAsync(other.Words["Update.Resume.Sent"]);
        await JudgeAsync(other, "elsewhere with the code sent");
    }

    private async Task WalkSentAsync(Visit visit)
    {
        await OpenAsync(visit, Links.CheckUpdate);
        await visit.Button(visit.Words["Update.Send"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "check with an error");
        await visit.Page.Locator("#Consent").CheckAsync();
        await _portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        await visit.Button(visit.Words["Update.Send"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Confirm.Title"]);
        await JudgeAsync(visit, "confirm");
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.EnterCodeAsync(_portal, visit.Words["Confirm.Submit"]);
        await visit.SeeHeadingAsync(visit.Words["Update.Sent.Title"]);
        await JudgeAsync(visit, "sent");
        var sent = new Uri(visit.Page.Url).AbsolutePath;
        await visit.OpenAsync(Links.Update);
        await visit.Page.Locator("summary").ClickAsync();
        await JudgeAsync(visit, "on its way");
        _portal.Sandbox.State.RejectPacket(_portal.Sandbox.State.Packets.All.Single().Rid);
        await _portal.AgeLooksAtUpdatesAsync();
        await OpenAsync(visit, sent);
        await OpenAsync(visit, Links.Update);
    }

    private static Task SaveAsync(Visit visit) => visit.Button(visit.Words["Update.Save"]).ClickAsync();

    private async Task SaveWithErrorAsync(Visit visit, string name)
    {
        await SaveAsync(visit);
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, name);
    }

    private async Task OpenAsync(Visit visit, string path)
    {
        await visit.OpenAsync(path);
        await JudgeAsync(visit, path);
    }

    private async Task JudgeAsync(Visit visit, string name) => _faults.AddRange(await Axe.JudgeAsync(visit, name));
}
