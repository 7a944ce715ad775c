using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>
/// WCAG 2.2 AA by axe on every page: each once per width, English and Arabic by turns, and one state of error per form. The whole matrix is run before a release:
/// <c>dotnet test -- --explicit only --filter-trait matrix=full</c>.
/// </summary>
[Collection("walks")]
public sealed class AccessibilityTests(Browser browser)
{
    private static readonly string[] Open =
    [
        Links.Welcome, Links.Help, Links.Track, Links.SignIn, Links.SignedOut, Links.SignedOutAway, Links.SignedOutElsewhere, Links.CheckCard, Links.CardLinkOf("dead"), Links.Verify, Links.LostNumber,
        Links.LostNumberLinkOf("dead"), Links.Centres, Links.CentresOf("SAL"), Links.CentreOf("10001"), Links.Papers, "/nothing-is-here",
    ];
    private static readonly string[] SignedIn = [Links.Home, Links.Locks, Links.Vids];

    [Fact]
    public async Task Every_page_and_an_error_of_every_form_stands_before_axe_at_both_widths()
    {
        List<string> faults = [];
        foreach (var (language, width, turn) in new[] { ("en", 320, 0), ("ar", 320, 1), ("ar", 1280, 0), ("en", 1280, 1) })
        {
            await using var portal = await PortalHost.StartAsync();
            faults.AddRange(await WalkAsync(portal, language, width, page => page % 2 == turn));
        }

        faults.ShouldBeEmpty();
    }

    [Theory(Explicit = true)]
    [Trait("matrix", "full")]
    [InlineData("en", 320)]
    [InlineData("en", 768)]
    [InlineData("en", 1280)]
    [InlineData("fr", 320)]
    [InlineData("fr", 768)]
    [InlineData("fr", 1280)]
    [InlineData("ar", 320)]
    [InlineData("ar", 768)]
    [InlineData("ar", 1280)]
    public async Task The_whole_matrix_stands_before_axe(string language, int width)
    {
        await using var portal = await PortalHost.StartAsync();
        (await WalkAsync(portal, language, width, _ => true)).ShouldBeEmpty();
    }

    private async Task<List<string>> WalkAsync(PortalHost portal, string language, int width, Func<int, bool> isChosen)
    {
        await using var visit = await browser.VisitAsync(portal, language, width);
        List<string> faults = [];
        var place = 0;
        foreach (var path in Open)
        {
            if (isChosen(place++))
            {
                await visit.OpenAsync(path);
                await JudgeAsync(path);
            }
        }

        if (isChosen(place++))
        {
            await visit.OpenAsync(Links.SignIn);
            await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
            await visit.SeeAsync(visit.Words["SignIn.Number.Empty"]);
            await JudgeAsync("sign-in with an error");
        }

        if (isChosen(place++))
        {
            await visit.OpenAsync(Links.Track);
            await visit.Button(visit.Words["Track.Show"]).ClickAsync();
            await visit.SeeAsync(visit.Problem("tracking.empty"));
            await JudgeAsync("track with an error");
        }

        if (isChosen(place++))
        {
            await visit.OpenAsync(Links.Track);
            await visit.Field(visit.Words["Track.Number"]).FillAsync(Residents.MeerasRid);
            await visit.Button(visit.Words["Track.Show"]).ClickAsync();
            await visit.SeeAsync(visit.Words["Track.State.Done.Text"]);
            await JudgeAsync("track with an answer");
        }

        await visit.OpenAsync(Links.SignIn);
        await visit.Field(visit.Words["SignIn.Number"]).FillAsync(Residents.Meera);
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Code.Title"]);
        if (isChosen(place++))
        {
            await JudgeAsync("code");
        }

        if (isChosen(place++))
        {
            await visit.Button(visit.Words["Code.SignIn"]).ClickAsync();
            await visit.SeeAsync(visit.Words["Code.Field.Empty"]);
            await JudgeAsync("code with an error");
        }

        await visit.EnterCodeAsync(portal, visit.Words["Code.SignIn"]);
        await visit.Page.WaitForURLAsync("**/home");
        foreach (var path in SignedIn)
        {
            if (isChosen(place++))
            {
                await visit.OpenInteractiveAsync(path);
                await visit.Button(visit.Words["Layout.SignOut"]).WaitForAsync();
                await JudgeAsync(path);
            }
        }

        await portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        await visit.OpenInteractiveAsync(Links.Locks);
        await visit.Button(visit.Words["Locks.Act.Lock.Face"]).Or(visit.Button(visit.Words["Locks.Act.Lock.Iris"])).First.ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Confirm.Title"]);
        if (isChosen(place++))
        {
            await JudgeAsync("confirm");
        }

        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.Field(visit.Words["Code.Field"]).WaitForAsync();
        if (isChosen(place++))
        {
            await visit.Button(visit.Words["Confirm.Submit"]).ClickAsync();
            await visit.SeeAsync(visit.Words["Code.Field.Empty"]);
            await JudgeAsync("confirm with an error");
        }

        await visit.EnterCodeAsync(portal, visit.Words["Confirm.Submit"]);
        await visit.SeeHeadingAsync(visit.Words["Receipt.Title"]);
        if (isChosen(place))
        {
            await JudgeAsync("receipt");
        }

        visit.ShouldBeWithoutComplaints();
        return faults;

        async Task JudgeAsync(string name) => faults.AddRange((await Axe.JudgeAsync(visit, name)).Select(fault => $"{fault} ({language}, {width})"));
    }
}
