using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ResidentPortal.Languages;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Languages;

public sealed class LanguageOrderTests
{
    [Theory]
    [InlineData(null, null, null, "fr")]
    [InlineData(null, null, "de-DE, ar-EG;q=0.8, en;q=0.5", "ar")]
    [InlineData(null, null, "en;q=0.2, fr;q=0.9", "fr")]
    [InlineData(null, null, "en;q=0, ar;q=0.1", "ar")]
    [InlineData(null, null, "de", "fr")]
    [InlineData(null, "en", "ar", "en")]
    [InlineData(null, "xx", "ar", "ar")]
    [InlineData(null, "am", "am, ar;q=0.5", "ar")]
    [InlineData("ar", "en", "fr", "ar")]
    [InlineData("xx", "en", "fr", "en")]
    public async Task The_language_is_the_button_then_the_cookie_then_the_browser_then_the_default(string? button, string? cookie, string? browser, string expected)
    {
        var context = Request(button, cookie, browser);
        var language = string.Empty;
        await new LanguageOrder(_ => { language = CultureInfo.CurrentUICulture.Name; return Task.CompletedTask; }, Offered.InRelease(), Options.Create(new PortalOptions { DefaultLanguage = "fr" })).InvokeAsync(context);
        language.ShouldBe(expected);
    }

    [Fact]
    public async Task A_language_button_keeps_the_choice_and_tells_the_page_to_do_nothing_else()
    {
        var context = Request("ar", cookie: null, browser: null);
        await Pass(context);
        LanguageChoice.WasMade(context).ShouldBeTrue();
        context.Response.Headers.SetCookie.ToString().ShouldBe("__Host-language=ar; max-age=31536000; path=/; secure; samesite=lax; httponly");
    }

    [Fact]
    public async Task Without_a_language_button_nothing_is_kept()
    {
        var context = Request(button: null, cookie: "ar", browser: null);
        await Pass(context);
        LanguageChoice.WasMade(context).ShouldBeFalse();
        context.Response.Headers.SetCookie.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/help", "/help")]
    [InlineData("/requests/1234", "/requests/1234")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("help", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/a\\b", "/")]
    [InlineData("/help\r\nSet-Cookie: a=b", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public void Nobody_is_sent_away_from_the_portal(string? to, string expected) => Links.LocalOrWelcome(to).ShouldBe(expected);

    private static Task Pass(HttpContext context) => new LanguageOrder(_ => Task.CompletedTask, Offered.InRelease(), Options.Create(new PortalOptions())).InvokeAsync(context);

    private static DefaultHttpContext Request(string? button, string? cookie, string? browser)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(button is null ? "Number=123" : $"Number=123&language={button}"));
        context.Request.Headers.Cookie = cookie is null ? default : new($"__Host-language={cookie}");
        context.Request.Headers.AcceptLanguage = browser;
        return context;
    }
}
