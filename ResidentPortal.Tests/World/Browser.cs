using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser))]

namespace ResidentPortal.Tests.World;

/// <summary>One Chromium for the whole run, started by the first test that needs it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A new visitor: nothing is left of the one before.</summary>
    public async Task<Visit> VisitAsync(PortalHost portal, string language = "en", int width = 1280, bool hasScript = true) => await VisitAsync(portal.Address, language, width, hasScript);

    /// <summary>A new visitor at an address.</summary>
    public async Task<Visit> VisitAsync(Uri address, string language = "en", int width = 1280, bool hasScript = true)
    {
        var browser = await StartAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 640 : 800 },
            JavaScriptEnabled = hasScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        // What came as HTML is told from what a circuit has drawn in its place.
        await context.AddInitScriptAsync("new MutationObserver((_, watch) => { const main = document.querySelector('main'); if (main) { main.dataset.sent = ''; watch.disconnect(); } }).observe(document, { childList: true, subtree: true });");
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return new Visit(context, await context.NewPageAsync(), language);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = await OutsideTools.FindBrowserAsync(),
                Headless = true,
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
            });
        }
        catch (PlaywrightException fault) when (_browser is null)
        {
            throw new OutsideToolMissingException($"No Chromium could be started: install chromium, or name one in PORTAL_TEST_BROWSER. {fault.Message}");
        }
        finally
        {
            _starting.Release();
        }
    }
}

/// <summary>Somebody at the portal with a browser: what is done in a resident's words, and what the browser complained about.</summary>
public sealed partial class Visit : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    internal Visit(IBrowserContext context, IPage page, string language)
    {
        (Context, Page, Words) = (context, page, new PortalWords(language));
        context.Console += (_, message) =>
        {
            // The status of an answer is the test's own business.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        context.WebError += (_, error) => _complaints.Add(error.Error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>The portal's words in the visitor's language.</summary>
    internal PortalWords Words { get; }

    /// <summary>The heading of the page.</summary>
    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The sentences of a problem in the visitor's language.</summary>
    public string Problem(string key) => Words.Problem(key);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path);

    /// <summary>Signs in with a code by phone, from the sign-in page to the home page.</summary>
    public async Task SignInAsync(PortalHost portal, string number = Residents.Meera, string contact = Residents.MeerasPhone)
    {
        await OpenAsync(Links.SignIn);
        await Field(Words["SignIn.Number"]).FillAsync(number);
        await Button(Words["SignIn.Send"]).ClickAsync();
        await SeeHeadingAsync(Words["Code.Title"]);
        await EnterCodeAsync(portal, Words["Code.SignIn"], contact);
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex("/home$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>Types the newest code and presses the button.</summary>
    public async Task EnterCodeAsync(PortalHost portal, string button, string contact = Residents.MeerasPhone)
    {
        await Field(Words["Code.Field"]).FillAsync(await portal.ReadCodeAsync(contact));
        await Button(button).ClickAsync();
    }

    /// <summary>Opens a signed-in page and waits until its circuit has drawn it anew: from then on presses go through the circuit.</summary>
    public async Task OpenInteractiveAsync(string path)
    {
        await Page.GotoAsync(path);
        await WaitForCircuitAsync();
    }

    /// <summary>Waits until a circuit has drawn this page in place of the one that came as HTML.</summary>
    public Task WaitForCircuitAsync() => Page.Locator("main:not([data-sent])").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 90_000 });

    /// <summary>Goes on by the Tab key until the focus is there.</summary>
    public async Task TabToAsync(ILocator goal)
    {
        await goal.WaitForAsync();
        for (var presses = 0; presses < 60; presses++)
        {
            if (await goal.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException("Sixty presses of the Tab key do not lead there.");
    }

    /// <summary>Sees the heading of the page.</summary>
    public Task SeeHeadingAsync(string text) => SeeAsync(() => Assertions.Expect(Heading).ToHaveTextAsync(text));

    /// <summary>Sees a text somewhere on the page; <c>__:__</c> stands for a clock time.</summary>
    public Task SeeAsync(string text) =>
        SeeAsync(() => Assertions.Expect(Page.GetByText(new Regex(Clock().Replace(Regex.Escape(text), @"[\u2066-\u2069]?\d\d:\d\d(:\d\d)?[\u2066-\u2069]?"), RegexOptions.None, TimeSpan.FromSeconds(1))).First).ToBeVisibleAsync());

    // Whoever looks for something in vain reads what stood there instead.
    private async Task SeeAsync(Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (PlaywrightException fault)
        {
            throw new PlaywrightException($"{fault.Message}\nOn the page stood:\n{await ReadAsync()}", fault);
        }
    }

    private async Task<string> ReadAsync()
    {
        try
        {
            return await Page.Locator("main").First.InnerTextAsync(new() { Timeout = 5_000 });
        }
        catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
        {
            return "nothing that could be read";
        }
    }

    /// <summary>Whether something stands outside the width of the window.</summary>
    public Task<bool> OverflowsAsync() => Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>What the browser complained about: errors of scripts, and what the content policy stopped.</summary>
    public void ShouldBeWithoutComplaints() => _complaints.ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
    }

    [GeneratedRegex("__:__", RegexOptions.None, 1000)]
    private static partial Regex Clock();
}
