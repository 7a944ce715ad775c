using Microsoft.Playwright;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>The resident's view in a real browser: keypad, listening, cover, times, and that nothing is left.</summary>
[Collection("browser")]
public sealed class ResidentViewJourneyTests(Browser browser) : IAsyncLifetime
{
    private const string Voices = """
        Object.defineProperty(window, 'speechSynthesis', { value: { speaking: false, getVoices: () => [{ lang: 'en-GB' }], speak: words => { window.said = words.text; }, cancel() {}, addEventListener() {} } });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        """;

    private KioskHost _kiosk = default!;

    public async ValueTask InitializeAsync() => _kiosk = await KioskHost.StartAsync();

    public ValueTask DisposeAsync() => _kiosk.DisposeAsync();

    [Fact]
    public async Task A_number_is_pressed_on_the_keypad_pasted_or_typed_in_any_digits()
    {
        await using var visit = await OpenAsync("en", 320);
        await visit.Button("I agree").ClickAsync();
        var field = visit.Field(visit.Words["SignIn.Number"]);
        await visit.Page.Locator("[data-key='4']").ClickAsync();
        await visit.Page.Locator("[data-key='9']").ClickAsync();
        await visit.Page.Locator("[data-key='9']").ClickAsync();
        await visit.Page.Locator("[data-key='back']").ClickAsync();
        (await field.InputValueAsync()).ShouldBe("49");
        (await visit.Page.Locator("[data-key='4']").BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(56);
        await visit.Page.Locator("[data-key='clear']").ClickAsync();
        await field.FillAsync("٤٩٥٢ ٤٠٨٦ ٥١");
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.SeeHeadingAsync("Type your code");
        visit.Page.Url.ShouldEndWith(Links.Visit);
    }

    [Fact]
    public async Task A_page_is_read_out_where_there_is_a_voice_of_its_language_and_covered_by_one_press()
    {
        await using var visit = await OpenAsync("en", 1280, page => page.AddInitScriptAsync(Voices));
        await visit.Button("Listen").ClickAsync();
        (await visit.Page.EvaluateAsync<string>("window.said")).ShouldContain("May we help you with this?");
        await visit.Button("Cover the screen").ClickAsync();
        await Assertions.Expect(visit.Button("Read on")).ToBeFocusedAsync();
        (await visit.Page.EvaluateAsync<bool>("document.querySelector('.answers').inert")).ShouldBeTrue();
        await visit.Button("Read on").ClickAsync();
        (await visit.Page.EvaluateAsync<bool>("document.querySelector('.answers').inert")).ShouldBeFalse();
    }

    [Fact]
    public async Task There_is_no_listening_where_the_browser_has_no_voice()
    {
        await using var visit = await OpenAsync("en", 1280);
        await Assertions.Expect(visit.Page.Locator("[data-listen]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Nobody_there_is_asked_after_45_seconds_blurred_after_75_and_ended_after_120()
    {
        await using var visit = await OpenAsync("en", 1280, page => page.Clock.InstallAsync());
        var ask = visit.Page.GetByRole(AriaRole.Alertdialog);
        await visit.Page.Clock.FastForwardAsync(46_000);
        await Assertions.Expect(ask).ToBeVisibleAsync();
        await Assertions.Expect(visit.Button("I am here")).ToBeFocusedAsync();
        await visit.Button("I am here").ClickAsync();
        await Assertions.Expect(ask).ToBeHiddenAsync();
        await visit.Page.Clock.FastForwardAsync(76_000);
        await Assertions.Expect(visit.Page.Locator("body")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-blurred", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await visit.Page.Clock.FastForwardAsync(45_000);
        await visit.SeeHeadingAsync("This visit is over");
    }

    [Fact]
    public async Task S_76_At_the_end_the_visits_storage_caches_and_cookies_are_gone_by_name_and_the_desks_stay()
    {
        await _kiosk.StartVisitAsync(VisitPurpose.Locks);
        var token = (await _kiosk.Get<OfferView>().ExecuteAsync(_kiosk.DutyId, ViewPlace.SameScreen)).Value.Token!;
        await using var visit = await browser.VisitAsync(_kiosk.Portal);
        await visit.Context.AddCookiesAsync([Cookie("__Host-visit", token), Cookie("__Host-code", new string('c', 43)), Cookie("__Host-kiosk", _kiosk.Device.Token!), Cookie("__Host-operator", _kiosk.Operator.Cookies["__Host-operator"])]);
        await visit.OpenAsync(Links.Visit);
        await visit.SeeHeadingAsync("May we help you with this?");
        await visit.Page.EvaluateAsync("""
            async () => {
              for (const store of [localStorage, sessionStorage]) { store.setItem('visit.draft', '1'); store.setItem('kiosk.look', '1'); }
              await caches.open('visit-pages'); await caches.open('kiosk-pages');
            }
            """);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "No, stop" }).First.ClickAsync();
        await visit.SeeHeadingAsync("This visit is over");
        await visit.Page.Locator("body[data-wiped]").WaitForAsync(new() { Timeout = 3000, State = WaitForSelectorState.Attached });
        (await visit.Page.EvaluateAsync<string>("async () => JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage), await caches.keys()])"))
            .ShouldBe("""[["kiosk.look"],["kiosk.look"],["kiosk-pages"]]""");
        var cookies = (await visit.Context.CookiesAsync()).Select(cookie => cookie.Name).ToList();
        cookies.ShouldNotContain("__Host-visit");
        cookies.ShouldNotContain("__Host-code");
        cookies.ShouldContain("__Host-kiosk");
        cookies.ShouldContain("__Host-operator");
        await visit.Page.GoBackAsync();
        await visit.SeeHeadingAsync("This visit is over");
    }

    [Theory]
    [InlineData("ar", 320)]
    [InlineData("en", 1024)]
    public async Task Every_step_stands_before_axe(string language, int width)
    {
        var faults = new List<string>();
        await using var visit = await OpenAsync(language, width, isJudged: faults);
        await JudgeAsync("consent");
        await PressAsync("Agree");
        await JudgeAsync("number");
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync("an error");
        await visit.Field(visit.Words["SignIn.Number"]).FillAsync(Residents.Meera);
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["View.Code.Title"]);
        await JudgeAsync("code");
        await visit.EnterCodeAsync(_kiosk.Portal, visit.Words["View.Code.Enter"]);
        await visit.SeeHeadingAsync(visit.Words["View.Waiting.Title"]);
        await JudgeAsync("waiting");
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), Links.KioskPrintWish);
        await visit.SeeHeadingAsync(visit.Words["View.Read.Title"]);
        await JudgeAsync("read back");
        await PressAsync("Right");
        await visit.SeeHeadingAsync(visit.Words["View.ActCode.Title"]);
        await JudgeAsync("a code for it");
        await visit.Button(visit.Words["View.Send.Phone"]).ClickAsync();
        await visit.EnterCodeAsync(_kiosk.Portal, visit.Words["View.ActCode.Enter"]);
        await visit.SeeHeadingAsync(visit.Words["View.Outcome.Title"]);
        await JudgeAsync("outcome");
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), Links.KioskPrint);
        await visit.SeeHeadingAsync(visit.Words["View.Paper.Title"]);
        await JudgeAsync("did you take it");
        await PressAsync("Paper");
        await _kiosk.Get<FinishVisit>().ExecuteAsync(_kiosk.DutyId);
        await visit.SeeHeadingAsync(visit.Words["View.Ended.Title"]);
        await JudgeAsync("ended");
        faults.ShouldBeEmpty();

        async Task JudgeAsync(string name) => faults.AddRange(await Axe.JudgeAsync(visit, name));

        Task PressAsync(string deed) => visit.Page.Locator($"button[value={deed}]").ClickAsync();
    }

    private static Cookie Cookie(string name, string value) => new() { Name = name, Value = value, Domain = "localhost", Path = "/", Secure = true, HttpOnly = true };

    private async Task<Visit> OpenAsync(string language, int width, Func<IPage, Task>? before = null, List<string>? isJudged = null)
    {
        await _kiosk.StartVisitAsync(VisitPurpose.Locks, VisitPurpose.PrintCard);
        var link = (await _kiosk.Get<OfferView>().ExecuteAsync(_kiosk.DutyId, ViewPlace.OtherScreen)).Value.LinkCode!;
        var visit = await browser.VisitAsync(_kiosk.Portal, language, width);
        if (before is not null)
        {
            await before(visit.Page);
        }

        await visit.OpenAsync(Links.VisitLinkOf(link));
        if (isJudged is not null)
        {
            isJudged.AddRange(await Axe.JudgeAsync(visit, "link"));
        }

        await visit.Button(visit.Words["View.Link.Open"]).ClickAsync();
        if (language is not "en")
        {
            await visit.Page.Locator($"button.language[value={language}]").ClickAsync();
        }

        await visit.SeeHeadingAsync(visit.Words["View.Consent.Title"]);
        return visit;
    }
}
