using System.Buffers.Text;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>6.10: a resident signs in for a client of the face, at the provider, and out again.</summary>
public sealed class SignInContractTests : IAsyncLifetime
{
    private const string Client = "http://localhost/app/home";
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly List<string> _cookieLines = [];
    private PortalHost _portal = default!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartWithProviderAsync(("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task S_57_A_resident_signs_in_at_the_provider_and_is_led_back_to_the_client_with_the_cookie()
    {
        var back = await SignInAsync();
        back.Status.ShouldBe(302, back.Text);
        back.Headers["Location"].ShouldBe(Client);
        var line = _cookieLines.Last(one => one.StartsWith("Authorization=", StringComparison.Ordinal));
        line.ShouldContain("secure", Case.Insensitive);
        line.ShouldContain("httponly", Case.Insensitive);
        line.ShouldContain("samesite=lax", Case.Insensitive);
        line.ShouldContain("path=/resident/v1", Case.Insensitive);
        var who = await GetAsync("/authorize/admin/validateToken");
        who.Status.ShouldBe(200, who.Text);
        ((string?)who.Response!["role"]).ShouldBe("RESIDENT");
        who.Text.ShouldNotContain(Residents.Meera);
        (await _portal.InDatabaseAsync(db => db.Sessions.SingleAsync())).Allowed.ShouldBe("openid profile Manage-Identity-Data Manage-VID Manage-Authentication Manage-Service-Requests Manage-Credentials");
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in_and_goes_on_only_to_a_known_client()
    {
        await SignInAsync();
        var token = _cookies["Authorization"];
        (await GetAsync($"/logout/user?redirecturi={Encode("https://evil.example/")}")).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- redirecturi"));
        var left = await GetAsync($"/logout/user?redirecturi={Encode(Client)}");
        left.Headers["Location"].ShouldBe(Client);
        _cookies["Authorization"] = token;
        var who = await GetAsync("/authorize/admin/validateToken");
        (who.Status, who.Error).ShouldBe((401, ("KER-ATH-401", "Authentication Failed")));
        ((string?)(await GetAsync("/logout/user")).Response!["status"]).ShouldBe("Success");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://localhost/app")]
    [InlineData("http://localhost.evil.example/app/")]
    [InlineData("http://localhost@evil.example/app/")]
    [InlineData("http://localhost/app/../admin")]
    [InlineData("javascript:alert(1)")]
    public async Task S_37_Nobody_is_sent_to_an_address_that_is_not_a_clients(string address)
    {
        var reply = await GetAsync($"/login/v2/{Encode(address)}");
        reply.Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- redirectURI"));
        reply.Headers.ShouldNotContainKey("Location");
    }

    [Fact]
    public async Task An_address_that_is_no_base64_is_refused() => (await GetAsync("/login/v2/***")).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- redirectURI"));

    [Fact]
    public async Task S_57_What_the_provider_says_wrongly_or_in_another_browser_is_not_believed()
    {
        _portal.Sandbox.Provider.Forgery.IdToken = claims => claims["nonce"] = "another";
        ShouldBeRefused(await SignInAsync());
        _portal.Sandbox.Provider.Forgery.Clear();
        var path = await ReturnAsync();
        _cookies.Clear();
        ShouldBeRefused(await GetAsync(path));
        ShouldBeRefused(await GetAsync($"/login-redirect/{Encode(Client)}?code=a&state=b"));
        (await _portal.InDatabaseAsync(db => db.Sessions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_cancels_is_not_signed_in()
    {
        var go = await GetAsync($"/login/v2/{Encode(Client)}");
        ShouldBeRefused(await GetAsync(RelativeOf(await _portal.CancelAtProviderAsync(go.Headers["Location"], _portal.ApiAddress!.GetLeftPart(UriPartial.Authority)))));
    }

    [Fact]
    public async Task A_scope_that_was_not_given_is_missed_where_it_is_needed_and_the_pages_do_not_take_the_token()
    {
        await SignInAsync(scope => scope is not "Manage-Service-Requests");
        (await GetAsync("/authorize/admin/validateToken")).Status.ShouldBe(200);
        var ticket = await SendAsync(HttpMethod.Post, "/grievance/ticket", new StringContent("{}", Encoding.UTF8, "application/json"));
        (ticket.Status, ticket.Error).ShouldBe((403, ("RES-SER-403", "Access is denied")));
        using var browser = new PortalClient(_portal);
        browser.Cookies["__Host-session"] = _cookies["Authorization"];
        (await browser.GetAsync(Links.Home)).Location.ShouldBe(Links.SignIn);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_told()
    {
        _portal.Sandbox.Faults.Set(new FaultOrder("esignet.discovery", FaultNames.Http500));
        (await GetAsync($"/login/v2/{Encode(Client)}")).Error.ShouldBe(("RES-SER-411", "API resource is not available"));
    }

    private static void ShouldBeRefused(ApiReply reply) => (reply.Status, reply.Error).ShouldBe((401, ("KER-ATH-401", "Authentication Failed")));

    private static string Encode(string address) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(address));

    private static string RelativeOf(string path) => path["/resident/v1".Length..];

    private async Task<ApiReply> SignInAsync(Func<string, bool>? allows = null) => await GetAsync(await ReturnAsync(allows));

    private async Task<string> ReturnAsync(Func<string, bool>? allows = null)
    {
        var go = await GetAsync($"/login/v2/{Encode(Client)}");
        go.Status.ShouldBe(302, go.Text);
        return RelativeOf(await _portal.ProveAtProviderAsync(go.Headers["Location"], allows: allows, to: _portal.ApiAddress!.GetLeftPart(UriPartial.Authority)));
    }

    private Task<ApiReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    private async Task<ApiReply> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(_portal.ApiAddress!, path.TrimStart('/'))) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            _cookieLines.Add(line);
            var (name, value) = line.Split(';')[0].Split('=', 2) is [var first, var second] ? (first, second) : (line, string.Empty);
            _cookies.Remove(name);
            if (value.Length > 0)
            {
                _cookies[name] = value;
            }
        }

        return new ApiReply(
            (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
