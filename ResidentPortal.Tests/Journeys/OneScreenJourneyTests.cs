using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>A whole visit on one screen, which goes to and fro: what the operator presses is counted, what the resident does is not.</summary>
[Collection("browser")]
public sealed class OneScreenJourneyTests(Browser browser) : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private int _presses;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(change: null, KioskSteps.Enabled);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task On_one_screen_a_fingerprint_is_locked_and_the_visit_finished_in_at_most_twelve_presses_of_the_operator()
    {
        await using var screen = await browser.VisitAsync(_portal, width: 1024);
        var who = await screen.BecomeDeskAsync(_portal);
        await screen.Page.Locator("label[for='Ticked-Locks']").ClickAsync();
        _presses++;
        await PressAsync(screen, "Start");
        await PressAsync(screen, "Hand the screen over");

        await screen.Button("I agree").ClickAsync();
        await screen.Field(screen.Words["SignIn.Number"]).FillAsync(Residents.Meera);
        await screen.Button(screen.Words["SignIn.Send"]).ClickAsync();
        await screen.SeeHeadingAsync("Type your code");
        await screen.EnterCodeAsync(_portal, "Agree with this code");
        await TakeBackAsync(screen, who);

        await screen.Page.Locator("main .work a").First.ClickAsync();
        _presses++;
        await PressAsync(screen, "Lock fingerprint");
        await screen.SeeAsync("Before the resident. Nothing was sent yet.");
        await PressAsync(screen, "Hand the screen over");

        await screen.SeeHeadingAsync("Is this right?");
        await screen.Button("Yes, this is right").ClickAsync();
        await screen.Button("Send a code to my phone").ClickAsync();
        await screen.EnterCodeAsync(_portal, "Send this");
        await screen.SeeHeadingAsync("What happened");
        _portal.Sandbox.State.ReadAuthTypes(Residents.Meera).Count(type => type.Locked).ShouldBe(1);
        await TakeBackAsync(screen, who);

        await screen.SeeAsync("The resident confirmed it.");
        await PressAsync(screen, "Finish");
        await screen.SeeAsync("Nothing of the resident is left on this screen.");
        await screen.Link("Next resident").ClickAsync();
        _presses++;
        await screen.SeeHeadingAsync(screen.Words["Desk.Title"]);
        _presses.ShouldBeLessThanOrEqualTo(12);
        screen.ShouldBeWithoutComplaints();
    }

    // The resident gives the screen back; the operator proves a factor, and presses once.
    private async Task TakeBackAsync(Visit screen, TestOperator who)
    {
        await screen.Link("Give the screen back").ClickAsync();
        await screen.Field(screen.Words["Operators.Code"]).FillAsync(await _portal.ReadCodeAsync(who));
        await PressAsync(screen, "Take it back");
        await screen.SeeHeadingAsync("The visit");
    }

    private async Task PressAsync(Visit screen, string button)
    {
        await screen.Button(button).First.ClickAsync();
        _presses++;
    }
}
