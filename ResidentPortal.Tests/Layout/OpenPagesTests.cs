using System.Net;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Layout;

public sealed class OpenPagesTests(OpenPortal portal) : IClassFixture<OpenPortal>
{
    private const string OpenPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri /reports; report-to policy";

    [Theory]
    [InlineData("/")]
    [InlineData("/help")]
    [InlineData("/signed-out")]
    [InlineData("/signed-out/away")]
    public async Task An_open_page_has_no_cookie_no_script_and_no_inline_style(string path)
    {
        var answer = await portal.Browser().GetAsync(path, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.ShouldNotContain("<script");
        page.ShouldNotContain("style=");
        page.ShouldNotContain("<style");
        page.ShouldNotContain("MudBlazor");
        page.Split("<h1").Length.ShouldBe(2, "one heading");
        page.Split("<main").Length.ShouldBe(2, "one main landmark");
    }

    [Fact]
    public async Task The_headers_of_an_open_page_are_these()
    {
        var answer = await portal.Browser().GetAsync("/", TestContext.Current.CancellationToken);
        Headers(answer).ShouldBe(
        [
            "Cache-Control: no-cache, private",
            $"Content-Security-Policy: {OpenPolicy}",
            "Content-Type: text/html; charset=utf-8",
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin",
            "Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
            "Referrer-Policy: no-referrer",
            "Reporting-Endpoints: policy=\"/reports\"",
            "Strict-Transport-Security: max-age=31536000; includeSubDomains",
            "Vary: Accept-Encoding, Accept-Language, Cookie",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
        ]);
    }

    [Theory]
    [InlineData("/brand.css", "text/css")]
    [InlineData("/brand/workspace.css", "text/css")]
    [InlineData("/brand/emblem", "image/svg+xml")]
    public async Task A_file_loads_nothing_and_is_what_it_says(string path, string type)
    {
        var answer = await portal.Browser().GetAsync(path, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("script-src");
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("fr", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task The_language_and_its_direction_are_right_from_the_first_byte(string language, string direction)
    {
        var page = await GetAsync("/", ("Accept-Language", language));
        page.ShouldStartWith($"<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">");
    }

    [Fact]
    public async Task A_kept_page_is_never_given_to_a_reader_of_another_language()
    {
        await GetAsync("/help", ("Accept-Language", "en"));
        (await GetAsync("/help", ("Accept-Language", "ar"))).ShouldContain("lang=\"ar\"");
        (await GetAsync("/help", ("Accept-Language", "en"), ("Cookie", "__Host-language=fr"))).ShouldContain("lang=\"fr\"");
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so()
    {
        var first = await portal.Browser().GetAsync("/help", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/help");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await portal.Browser().SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/help", HttpStatusCode.OK)]
    [InlineData("/brand.css", HttpStatusCode.OK)]
    [InlineData("/not/there", HttpStatusCode.NotFound)]
    public async Task HEAD_is_answered_as_GET_without_the_body(string path, HttpStatusCode status)
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, path);
        var answer = await portal.Browser().SendAsync(head, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_does_not_exist_gets_a_page_in_words()
    {
        var answer = await portal.Browser().GetAsync("/not/there", TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.ShouldContain("<title>Error: We cannot find this page – Resident Portal</title>");
        page.ShouldContain("/language/fr?to=%2Fnot%2Fthere");
        Headers(answer).ShouldContain($"Content-Security-Policy: {OpenPolicy}");
    }

    [Fact]
    public async Task A_page_that_calls_itself_not_found_gets_the_same_page() =>
        (await portal.Browser().GetAsync(Links.NothingHere, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/language/ar?to=/help", "/help")]
    [InlineData("/language/ar?to=//evil.example", "/")]
    [InlineData("/language/ar", "/")]
    public async Task A_language_link_keeps_the_choice_and_comes_back(string path, string location)
    {
        var answer = await portal.Browser().GetAsync(path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe(location);
        answer.Headers.GetValues("Set-Cookie").ShouldBe(["__Host-language=ar; max-age=31536000; path=/; secure; samesite=lax; httponly"]);
    }

    [Fact]
    public async Task A_language_without_words_does_not_exist() =>
        (await portal.Browser().GetAsync("/language/xx", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task An_open_page_and_its_stylesheet_are_compressed(string encoding)
    {
        foreach (var path in new[] { "/", "/brand.css" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", encoding } } };
            (await portal.Browser().SendAsync(request, TestContext.Current.CancellationToken)).Content.Headers.ContentEncoding.ShouldBe([encoding]);
        }
    }

    [Theory]
    [InlineData("/help?x=reflected")]
    public async Task Nothing_a_stranger_can_put_words_into_is_compressed(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        (await portal.Browser().SendAsync(request, TestContext.Current.CancellationToken)).Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private static IEnumerable<string> Headers(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key is not ("ETag" or "Date" or "Age" or "Content-Length" or "blazor-enhanced-nav"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);

    private async Task<string> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await portal.Browser().SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
    }
}
