using Microsoft.Playwright;
using ResidentPortal.Tests.Updates.Corpus;
using ResidentPortal.Tests.World;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages of changes of data.</summary>
[Collection("walks")]
public sealed class UpdateAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private const string NewPhone = "9876577777";

    private protected override async Task WalkAsync(Visit visit)
    {
        await visit.SignInAsync(Portal);
        await SeeAsync(visit, Links.Update);
        await WalkChoiceAsync(visit);
        await WalkAnswersAsync(visit);
        await WalkContactAsync(visit);
        await WalkPapersAsync(visit);
        await WalkElsewhereAsync();
        await WalkSentAsync(visit);
    }

    private async Task WalkChoiceAsync(Visit visit)
    {
        await SeeAsync(visit, Links.ChooseUpdate);
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
        await SeeAsync(visit, "/update/answer/fullName");
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
        await visit.Page.Locator("input[type=radio]").First.WaitForAsync();
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
        await visit.EnterCodeAsync(Portal, visit.Words["Update.Contact.Enter"], NewPhone);
        await visit.Page.Locator("#Paper").WaitForAsync();
        await SeeAsync(visit, "/update/contact/phone");
    }

    private async Task WalkPapersAsync(Visit visit)
    {
        await SeeAsync(visit, "/update/papers/proofOfIdentity");
        await visit.Button(visit.Words["Update.Paper.Add"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "papers with an error");
        await visit.Page.Locator("input[type=radio]").First.CheckAsync();
        await visit.Page.Locator("#Paper").SetInputFilesAsync(new FilePayload { Name = "a.pdf", MimeType = "application/pdf", Buffer = PdfForge.Paper() });
        await visit.Button(visit.Words["Update.Paper.Add"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Update.Check.Title"]);
        await SeeAsync(visit, "/update/papers/proofOfIdentity");
        await SeeAsync(visit, Links.Update);
    }

    private async Task WalkElsewhereAsync()
    {
        await using var other = await AnotherVisitAsync();
        await other.SignInAsync(Portal);
        await SeeAsync(other, Links.Update);
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
        await SeeAsync(visit, Links.CheckUpdate);
        await visit.Button(visit.Words["Update.Send"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "check with an error");
        await visit.Page.Locator("#Consent").CheckAsync();
        await Portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        await visit.Button(visit.Words["Update.Send"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Confirm.Title"]);
        await JudgeAsync(visit, "confirm");
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.EnterCodeAsync(Portal, visit.Words["Confirm.Submit"]);
        await visit.SeeHeadingAsync(visit.Words["Update.Sent.Title"]);
        await JudgeAsync(visit, "sent");
        var sent = new Uri(visit.Page.Url).AbsolutePath;
        await visit.OpenAsync(Links.Update);
        await visit.Page.Locator("summary").ClickAsync();
        await JudgeAsync(visit, "on its way");
        Portal.Sandbox.State.RejectPacket(Portal.Sandbox.State.Packets.All.Single().Rid);
        await Portal.AgeLooksAtUpdatesAsync();
        await SeeAsync(visit, sent);
        await SeeAsync(visit, Links.Update);
    }

    private static Task SaveAsync(Visit visit) => visit.Button(visit.Words["Update.Save"]).ClickAsync();

    private async Task SaveWithErrorAsync(Visit visit, string name)
    {
        await SaveAsync(visit);
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, name);
    }
}
