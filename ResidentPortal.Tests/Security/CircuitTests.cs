using System.Net;
using System.Net.WebSockets;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Security;

/// <summary>Who may open a circuit.</summary>
public sealed class CircuitTests : IAsyncLifetime
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    private string Own => _portal.Address.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("own", null, HttpStatusCode.OK)]
    [InlineData("own", "cross-site", HttpStatusCode.OK)] // An equal Origin is proof enough.
    [InlineData("https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example", "same-origin", HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    [InlineData(null, "same-origin", HttpStatusCode.Forbidden)]
    public async Task S_28_A_POST_to_the_circuit_needs_an_equal_Origin(string? origin, string? site, HttpStatusCode expected) =>
        (await _client.SendAsync(HttpMethod.Post, Negotiate, content: null, Headers(origin, site))).Status.ShouldBe(expected);

    [Theory]
    [InlineData("own", null, true)]
    [InlineData(null, null, true)]
    [InlineData(null, "same-origin", true)]
    [InlineData(null, "same-site", false)]
    [InlineData(null, "cross-site", false)]
    [InlineData(null, "none", false)]
    [InlineData("https://evil.example", "same-origin", false)]
    public async Task S_28_A_GET_without_an_Origin_must_come_from_the_portals_own_page_or_from_a_browser_that_says_nothing(string? origin, string? site, bool isTaken) =>
        (await _client.SendAsync(HttpMethod.Get, "/_blazor/initializers", content: null, Headers(origin, site))).Status.ShouldBe(isTaken ? HttpStatusCode.OK : HttpStatusCode.Forbidden);

    [Theory]
    [InlineData("own", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData(null, false)]
    public async Task S_28_A_WebSocket_needs_an_equal_Origin(string? origin, bool isTaken)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", string.Join("; ", _client.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin is "own" ? Own : origin);
        }

        socket.Options.CollectHttpResponseDetails = true;
        var address = new UriBuilder(_portal.Address) { Scheme = "ws", Path = "/_blazor" }.Uri;
        if (isTaken)
        {
            await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
            socket.State.ShouldBe(WebSocketState.Open);
        }
        else
        {
            await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
            socket.HttpStatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task S_27_Nobody_opens_a_circuit_without_a_sign_in()
    {
        using var stranger = new PortalClient(_portal);
        (await stranger.SendAsync(HttpMethod.Post, Negotiate, content: null, ("Origin", Own))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        stranger.Cookies["__Host-session"] = new string('x', 43);
        (await stranger.SendAsync(HttpMethod.Post, Negotiate, content: null, ("Origin", Own))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task S_20_Nobody_comes_back_to_a_circuit_after_signing_out()
    {
        var stolen = _client.Cookies["__Host-session"];
        await _client.PostFormAsync(await _client.GetAsync(Links.Home), Links.SignOut);
        _client.Cookies["__Host-session"] = stolen;
        (await _client.SendAsync(HttpMethod.Post, Negotiate, content: null, ("Origin", Own))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private (string Name, string Value)[] Headers(string? origin, string? site) =>
        [.. new[] { ("Origin", origin is "own" ? Own : origin), ("Sec-Fetch-Site", site) }.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!))];
}
