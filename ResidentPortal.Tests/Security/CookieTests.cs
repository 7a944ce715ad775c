using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Security;

/// <summary>The cookies, and what a browser may keep.</summary>
public sealed class CookieTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_18_Every_cookie_is_bound_to_this_host_Secure_HttpOnly_and_SameSite()
    {
        var home = await _client.SignInAsync();
        await _client.GetAsync(Links.LanguageOf("ar", Links.Welcome));
        await _client.PostFormAsync(home, Links.SignOut);
        _client.CookieLines.Select(line => line.Split('=')[0]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["__Host-code", "__Host-device", "__Host-form", "__Host-language", "__Host-session"]);
        foreach (var line in _client.CookieLines)
        {
            var parts = line.Split(';').Select(part => part.Trim().ToLowerInvariant()).ToList();
            parts.ShouldContain("secure", line);
            parts.ShouldContain("httponly", line);
            parts.ShouldContain("path=/", line);
            parts.ShouldContain(part => part == "samesite=lax" || part == "samesite=strict", line);
            parts.ShouldNotContain(part => part.StartsWith("domain", StringComparison.Ordinal), line);
        }

        _client.CookieLines.First(line => line.StartsWith("__Host-form", StringComparison.Ordinal)).ToLowerInvariant().ShouldContain("samesite=strict");
    }

    [Fact]
    public async Task S_17_The_token_of_a_sign_in_is_new_after_a_fresh_code_and_the_old_one_is_dead()
    {
        await _client.SignInAsync();
        var first = _client.Cookies["__Host-session"];
        await _portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        var asked = await _client.PostFormAsync(await _client.GetAsync(Links.Locks), "lock-Fingerprint");
        var confirm = await _client.GetAsync(asked.Location!);
        await _client.PostFormAsync(confirm, "send", ("Channel", "phone"));
        var done = await _client.PostFormAsync(await _client.GetAsync(asked.Location!), "confirm", ("Code", await _portal.ReadCodeAsync()));
        done.Location.ShouldBe(asked.Location!.Replace("confirm", "requests", StringComparison.Ordinal));
        _client.Cookies["__Host-session"].ShouldNotBe(first);
        _client.Cookies["__Host-session"] = first;
        (await _client.GetAsync(Links.Home)).Location.ShouldBe(Links.SignIn);
    }

    [Fact]
    public async Task S_23_Signing_out_empties_the_browser_but_for_the_language_and_the_known_device()
    {
        var home = await _client.SignInAsync();
        await _client.GetAsync(Links.LanguageOf("en", Links.Welcome));
        var stolen = _client.Cookies["__Host-session"];
        var signedOut = await _client.PostFormAsync(home, Links.SignOut);
        signedOut.Location.ShouldBe(Links.SignedOut);
        signedOut.Headers["Clear-Site-Data"].ShouldBe("\"cache\", \"storage\"");
        _client.Cookies.Keys.Order(StringComparer.Ordinal).ShouldBe(["__Host-device", "__Host-form", "__Host-language"]);
        _client.Cookies["__Host-session"] = stolen;
        (await _client.GetAsync(Links.Home)).Location.ShouldBe(Links.SignedOut);
    }
}
