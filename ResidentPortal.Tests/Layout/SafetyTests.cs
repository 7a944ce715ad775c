using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ResidentPortal.Security;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Layout;

public sealed class SafetyTests(OpenPortal portal) : IClassFixture<OpenPortal>
{
    [Theory]
    [InlineData("POST", OpenPortal.Address, null, HttpStatusCode.Unauthorized)] // Ours, but nobody is signed in.
    [InlineData("POST", "https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "https://evil.example", "same-origin", HttpStatusCode.Forbidden)]
    [InlineData("POST", "null", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", null, "same-origin", HttpStatusCode.Forbidden)]
    [InlineData("GET", "https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("GET", null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("GET", null, "same-site", HttpStatusCode.Forbidden)]
    public async Task S28_a_circuit_opens_only_for_pages_of_the_portal(string method, string? origin, string? site, HttpStatusCode status) =>
        (await CircuitAsync(method, origin, site)).ShouldBe(status);

    [Theory]
    [InlineData(null)]
    [InlineData("same-origin")]
    public async Task S28_a_polling_GET_without_an_origin_is_let_through(string? site) => (await CircuitAsync("GET", origin: null, site)).ShouldNotBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task S28_a_WebSocket_needs_an_equal_origin_and_TLS()
    {
        (await SocketAsync("https", "id.example", OpenPortal.Address)).ShouldBe(StatusCodes.Status200OK);
        (await SocketAsync("https", "id.example", origin: null)).ShouldBe(StatusCodes.Status403Forbidden);
        (await SocketAsync("https", "id.example", "https://evil.example")).ShouldBe(StatusCodes.Status403Forbidden);
        (await SocketAsync("http", "id.example", "http://id.example")).ShouldBe(StatusCodes.Status403Forbidden);
        (await SocketAsync("http", "localhost:5000", "http://localhost:5000")).ShouldBe(StatusCodes.Status200OK);
    }

    [Theory]
    [InlineData("application/csp-report", """{"csp-report":{"violated-directive":"script-src https://a"}}""", HttpStatusCode.NoContent)]
    [InlineData("application/reports+json", """[{"type":"csp-violation","body":{"effectiveDirective":"img-src"}}]""", HttpStatusCode.NoContent)]
    [InlineData("application/csp-report", "nonsense", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    public async Task S33_reports_of_the_content_policy_are_taken(string type, string body, HttpStatusCode status) => (await ReportAsync(type, body)).ShouldBe(status);

    [Fact]
    public async Task S33_a_report_that_is_too_large_is_refused() => (await ReportAsync("application/csp-report", new string(' ', 20_000))).ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public void S33_no_page_class_lets_scripts_stand_in_the_page()
    {
        foreach (var page in new[] { PageClass.Open, PageClass.Form, PageClass.Workspace, PageClass.File, PageClass.Picture })
        {
            page.ContentPolicy.ShouldStartWith("default-src 'none'; ");
            page.ContentPolicy.ShouldNotContain("eval");
            page.ContentPolicy.ShouldNotMatch("script-src[^;]*unsafe");
        }

        PageClass.Open.ContentPolicy.ShouldNotContain("unsafe");
        PageClass.Form.ContentPolicy.ShouldNotContain("unsafe");
        PageClass.Workspace.ContentPolicy.Split("unsafe").Length.ShouldBe(2, "style attributes alone");
        PageClass.Workspace.ContentPolicy.ShouldContain("style-src-attr 'unsafe-inline'");
    }

    [Theory]
    [InlineData(null, "Portal:PublicAddress is missing: set the address residents open, such as https://id.example.")]
    [InlineData("http://id.example", "Portal:PublicAddress must begin with https:// (http:// only for this machine itself); it is 'http://id.example'.")]
    [InlineData("id.example", "Portal:PublicAddress must begin with https:// (http:// only for this machine itself); it is 'id.example'.")]
    [InlineData("https://id.example", null)]
    [InlineData("http://localhost:5000", null)]
    public void A_public_address_without_TLS_is_refused_in_a_sentence(string? address, string? sentence) =>
        Judge(new PortalOptions { PublicAddress = address }).ShouldBe(sentence is null ? [] : [sentence]);

    [Fact]
    public void S63_a_proxy_that_is_no_address_is_refused_in_a_sentence() =>
        Judge(new PortalOptions { PublicAddress = OpenPortal.Address, Proxies = { "10.0.0.4", "10.0.0.0/8", "everybody" } })
            .ShouldBe(["Portal:Proxies takes addresses (10.0.0.4) and networks (10.0.0.0/8); 'everybody' is neither."]);

    private static IEnumerable<string> Judge(PortalOptions options) =>
        new PortalOptions.Validation(new HostingEnvironment { EnvironmentName = Environments.Production }).Validate(name: null, options).Failures ?? [];

    private static async Task<int> SocketAsync(string scheme, string host, string? origin)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Scheme = scheme, Host = new HostString(host), Path = "/_blazor" } };
        context.Request.Headers.Upgrade = "websocket";
        context.Request.Headers.Origin = origin;
        await new CircuitOrigin(_ => Task.CompletedTask, Microsoft.Extensions.Logging.Abstractions.NullLogger<CircuitOrigin>.Instance).InvokeAsync(context);
        return context.Response.StatusCode;
    }

    private async Task<HttpStatusCode> CircuitAsync(string method, string? origin, string? site)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), method is "POST" ? "/_blazor/negotiate?negotiateVersion=1" : "/_blazor/initializers");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return (await portal.Browser().SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    private async Task<HttpStatusCode> ReportAsync(string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(type);
        return (await portal.Browser().PostAsync("/reports", content, TestContext.Current.CancellationToken)).StatusCode;
    }
}
