using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using ResidentPortal.Commands;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>
/// From the list of requests to the answer of the staff: looked for, pinned, saved, a problem reported and answered at the command line, the message about it read. Each
/// state stands before axe on the way.
/// </summary>
[Collection("walks")]
public sealed class RequestsAccessibilityTests(Browser browser)
{
    private readonly List<string> _faults = [];
    private bool _hasScript;

    [Theory]
    [InlineData("en", 320, false)]
    [InlineData("en", 320, true)]
    [InlineData("ar", 320, true)]
    [InlineData("en", 1280, true)]
    public async Task A_request_is_found_pinned_saved_complained_about_and_answered(string language, int width, bool hasScript)
    {
        _hasScript = hasScript;
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, language, width, hasScript);
        var words = visit.Words;
        await visit.SignInAsync(portal);
        await OpenAsync(visit, Links.Requests);
        await MakeAsync(portal);
        await OpenAsync(visit, Links.Requests);

        await visit.Page.GetByText(words["Requests.Search"]).ClickAsync();
        await visit.Page.Locator("#number").FillAsync("12");
        await visit.Button(words["Requests.Show"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "a number that is none");
        await visit.Page.Locator("#number").FillAsync(string.Empty);
        await visit.Page.Locator("#what").SelectOptionAsync("StandInNumbers");
        await visit.Button(words["Requests.Show"]).ClickAsync();
        await visit.Page.Locator("[role=status]").First.WaitForAsync();
        await JudgeAsync(visit, "found");

        await visit.Button(words["Requests.Pin"]).First.ClickAsync();
        await visit.Button(words["Requests.Unpin"]).WaitForAsync();
        await JudgeAsync(visit, "pinned");

        await visit.Link(words["Act.GenerateVid"]).First.ClickAsync();
        await visit.SeeHeadingAsync(words["Receipt.Title"]);
        await JudgeAsync(visit, "request");
        var paper = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button(words["Paper.Save"]).ClickAsync());
        using var file = new CardFile(await File.ReadAllBytesAsync(await paper.PathAsync()));
        (await CardSpecimens.ReadAsync(file.Path)).ShouldContain(words["Paper.Title"]);
        await ReportAsync(visit);
        await AnswerAsync(portal);
        await ReadAsync(visit, portal);
        _faults.ShouldBeEmpty();
        visit.ShouldBeWithoutComplaints();
    }

    private async Task ReportAsync(Visit visit)
    {
        var words = visit.Words;
        await visit.Link(words["Requests.Report"]).ClickAsync();
        await visit.SeeHeadingAsync(words["Problem.Title"]);
        await visit.Button(words["Problem.Send"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "report with an error");
        await visit.Field(words["Problem.Message"]).FillAsync("It does not work.");
        await visit.Button(words["Problem.Send"]).ClickAsync();
        await visit.SeeAsync(words["Problem.State.Reported"]);
        await JudgeAsync(visit, "reported");
    }

    private async Task ReadAsync(Visit visit, PortalHost portal)
    {
        var words = visit.Words;
        await visit.Page.ReloadAsync();
        await visit.SeeAsync("Try it once more.");
        await JudgeAsync(visit, "answered");
        await OpenAsync(visit, Links.Messages);
        var answered = visit.Page.Locator(".message").First;
        await Assertions.Expect(answered).ToContainTextAsync(words["Messages.New"]);
        await answered.GetByRole(AriaRole.Button, new() { Name = words["Messages.Open"], Exact = true }).ClickAsync();
        await visit.SeeAsync("Try it once more.");
        await OpenAsync(visit, Links.Messages);
        await Assertions.Expect(answered).Not.ToContainTextAsync(words["Messages.New"]);
        await visit.Button(words["Messages.ReadAll"]).ClickAsync();
        await Eventually.TrueAsync(
            () => portal.InDatabaseAsync(async database => !await database.Notices.AnyAsync(row => row.ReadAt == null && row.PersonKey != null)), TimeSpan.FromSeconds(15), "The messages were not marked.");
        await OpenAsync(visit, Links.Messages);
        (await visit.Button(words["Messages.ReadAll"]).CountAsync()).ShouldBe(0);
    }

    // The staff at the command line of the same machine.
    private static async Task AnswerAsync(PortalHost portal)
    {
        var ticket = await portal.InDatabaseAsync(database => database.Grievances.Select(row => row.Id).SingleAsync());
        using var text = new StringReader("Try it once more.");
        (await GrievanceCommands.AnswerAsync(portal.Services, NullLogger.Instance, [ticket.ToString("D"), "-"], text)).ShouldBe(0);
        portal.Services.GetRequiredService<Notices>().Raise();
    }

    private static async Task MakeAsync(PortalHost portal)
    {
        using var client = new PortalClient(portal);
        await client.SignInSoonAfterAsync();
        EventId.TryParse((await client.MakeVidAsync()).Path.Split('/')[^1], out _).ShouldBeTrue();
    }

    private async Task OpenAsync(Visit visit, string path)
    {
        await visit.OpenAsync(path);
        await JudgeAsync(visit, path);
    }

    private async Task JudgeAsync(Visit visit, string name)
    {
        (await visit.OverflowsAsync()).ShouldBeFalse(name);
        if (_hasScript)
        {
            _faults.AddRange(await Axe.JudgeAsync(visit, name));
        }
    }
}
