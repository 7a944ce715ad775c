using Microsoft.Playwright;
using ResidentPortal.Core.Cards;
using ResidentPortal.Tests.World;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace ResidentPortal.Tests.Cards;

/// <summary>The fourth reader: Chromium's own viewer, as residents open the file on a phone or a shared computer.</summary>
[Collection("browser")]
public sealed class BrowserViewerTests
{
    private const string Password = "MEER1990";

    [Fact]
    public async Task Chromiums_own_viewer_asks_for_the_password_stays_closed_at_a_wrong_one_and_opens_with_the_right_one()
    {
        using var file = new CardFile(CardSpecimens.Protect(CardSpecimens.Draw(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan"), new LocalText("ara", "ميرا كلدان"))), Password));
        using var playwright = await Playwright.CreateAsync();

        // The viewer is an extension inside the browser: the old way without a window has none, and Playwright switches extensions off.
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = await OutsideTools.FindWholeBrowserAsync(),
            Headless = true,
            IgnoreDefaultArgs = ["--headless", "--headless=old", "--hide-scrollbars", "--disable-extensions", "--disable-component-extensions-with-background-pages"],
            Args = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new ViewportSize { Width = 900, Height = 900 } });
        await page.GotoAsync(new Uri(file.Path).AbsoluteUri);
        await Eventually.TrueAsync(() => page.Frames.Any(IsViewer), TimeSpan.FromSeconds(90), "The viewer did not open.");
        var viewer = page.Frames.First(IsViewer);
        var field = viewer.Locator("input[type=password]");
        await field.FillAsync("MEER1991");
        await viewer.GetByText("Submit").ClickAsync();
        await Assertions.Expect(viewer.GetByText("Incorrect password")).ToBeVisibleAsync();
        (await ShareOfPaperAsync(page)).ShouldBeLessThan(0.3);

        await field.FillAsync(Password);
        await viewer.GetByText("Submit").ClickAsync();
        await Assertions.Expect(field).ToBeHiddenAsync();
        await Eventually.TrueAsync(async () => await ShareOfPaperAsync(page) > 0.6, TimeSpan.FromSeconds(90), "The viewer drew no page.");
    }

    private static bool IsViewer(IFrame frame) => frame.Url.StartsWith("chrome-extension://", StringComparison.Ordinal);

    // How much of the place where the page is drawn is as light as paper; the dialog covers a sixth of it.
    private static async Task<double> ShareOfPaperAsync(IPage page)
    {
        using var picture = SKBitmap.Decode(await page.ScreenshotAsync());
        var light = 0;
        for (var x = 310; x < 890; x += 10)
        {
            for (var y = 60; y < 890; y += 10)
            {
                light += picture.GetPixel(x, y) is { Red: > 230, Green: > 230, Blue: > 230 } ? 1 : 0;
            }
        }

        return light / (58.0 * 83);
    }
}
