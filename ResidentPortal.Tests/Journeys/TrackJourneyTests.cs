using Microsoft.Playwright;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>Somebody follows a request by its reference on a phone: the open facts, a code, all of it, the paper, the wish to be told.</summary>
[Collection("browser")]
public sealed class TrackJourneyTests(Browser browser)
{
    private readonly List<string> _faults = [];

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_request_is_followed_to_its_paper_on_a_phone_without_script(string language)
    {
        await using var portal = await PortalHost.StartAsync();
        await WalkAsync(portal, language, width: 320, hasScript: false);
    }

    [Theory]
    [InlineData("ar", 320)]
    [InlineData("en", 1280)]
    public async Task Every_state_of_tracking_stands_before_axe(string language, int width)
    {
        await using var portal = await PortalHost.StartAsync();
        await WalkAsync(portal, language, width, hasScript: true);
        _faults.ShouldBeEmpty();
    }

    private async Task WalkAsync(PortalHost portal, string language, int width, bool hasScript)
    {
        var reference = await OrderAsync(portal);
        await using var visit = await browser.VisitAsync(portal, language, width, hasScript);
        var words = visit.Words;
        await visit.OpenAsync(Links.Track);
        await visit.Field(words["Track.Number"]).FillAsync("12345");
        await visit.Button(words["Track.Show"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync("a number that is none");

        await visit.Field(words["Track.Number"]).FillAsync(reference);
        await visit.Button(words["Track.Show"]).ClickAsync();
        await visit.SeeAsync(words["Order.Next.Recorded"]);
        await Assertions.Expect(visit.Page.Locator("[aria-current=step]")).ToContainTextAsync(words["Order.Stage.Recorded"]);
        await JudgeAsync("open facts");

        await visit.Button(words["Track.Watch.Act"]).ClickAsync();
        await visit.SeeAsync(words["Track.Watch.Noted"]);
        await JudgeAsync("to be told");

        await visit.Page.GetByText(words["Track.Whole"]).ClickAsync();
        await JudgeAsync("a code for everything");
        await portal.ForgetAttemptsAsync();
        await visit.Button(words["SignIn.Send"]).ClickAsync();
        await visit.SeeAsync(words["Track.Code.IfKnown"]);
        await visit.Button(words["Track.Whole.Enter"]).ClickAsync();
        await visit.SeeAsync(words["Code.Field.Empty"]);
        await JudgeAsync("no code typed");

        await visit.EnterCodeAsync(portal, words["Track.Whole.Enter"]);
        await visit.SeeAsync(words["Order.Act.Masked"]);
        await JudgeAsync("everything");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button(words["Paper.Save"]).ClickAsync());
        download.SuggestedFilename.ShouldBe($"request-{reference[^4..]}.pdf");
        using var file = new CardFile(await File.ReadAllBytesAsync(await download.PathAsync()));
        (await CardSpecimens.ReadAsync(file.Path)).ShouldContain(words["Paper.Title"]);

        await visit.Button(words["Track.Watch.Act"]).ClickAsync();
        await visit.SeeAsync(words["Track.Watch.Noted"]);
        await visit.SeeAsync(words["Order.Act.Masked"]);
        new Uri(visit.Page.Url).PathAndQuery.ShouldBe(Links.Track);
        visit.ShouldBeWithoutComplaints();

        async Task JudgeAsync(string name)
        {
            (await visit.OverflowsAsync()).ShouldBeFalse(name);
            if (hasScript)
            {
                _faults.AddRange(await Axe.JudgeAsync(visit, name));
            }
        }
    }

    private static async Task<string> OrderAsync(PortalHost portal)
    {
        using var owner = new PortalClient(portal);
        await owner.SignInAsync();
        return (await owner.OrderCardAsync()).Path.Split('/')[^1];
    }
}
