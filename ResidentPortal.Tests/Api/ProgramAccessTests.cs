using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>Programs come in with a token of the platform's realm, and with nothing else.</summary>
public sealed class ProgramAccessTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private ApiClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener));
        _client = new ApiClient(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_token_of_the_realm_with_the_role_opens_the_door()
    {
        (await IsLetInAsync(_portal.Sandbox.Tokens.Issue("a-program"))).ShouldBeTrue();
        (await IsLetInAsync(token: null)).ShouldBeFalse();
        (await IsLetInAsync("nonsense")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("exp")]
    [InlineData("exp missing")]
    [InlineData("role")]
    [InlineData("roles missing")]
    [InlineData("azp")]
    public async Task A_token_that_says_something_wrong_does_not(string what) => (await IsLetInAsync(_portal.Sandbox.Tokens.Issue("a-program", claims => Bend(claims, what)))).ShouldBeFalse();

    [Fact]
    public async Task A_token_that_the_realm_did_not_sign_does_not()
    {
        using var certificate = new SealingCertificate(_portal.Sandbox.State.Clock);
        (await IsLetInAsync(new ClientTokens(_portal.Sandbox.State.Clock, certificate).Issue("a-program"))).ShouldBeFalse();
        var parts = _portal.Sandbox.Tokens.Issue("a-program").Split('.');
        (await IsLetInAsync($"eyJhbGciOiJub25lIn0.{parts[1]}.")).ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_of_the_realm_are_fetched_once_and_again_when_they_change()
    {
        (await IsLetInAsync(_portal.Sandbox.Tokens.Issue("a-program"))).ShouldBeTrue();
        (await IsLetInAsync(_portal.Sandbox.Tokens.Issue("another-program"))).ShouldBeTrue();
        _portal.Sandbox.Calls.Count("keycloak.jwks").ShouldBe(1);
        _portal.Sandbox.Certificate.Rotate();
        await Eventually.TrueAsync(() => IsLetInAsync(_portal.Sandbox.Tokens.Issue("a-program")), TimeSpan.FromSeconds(30), "The new key was not fetched.");
    }

    [Fact]
    public async Task A_resident_is_no_program()
    {
        var resident = _client.NewResident();
        await _client.SignInAsync(resident);
        (await IsLetInAsync(_client.Token)).ShouldBeFalse();
    }

    private static void Bend(JsonObject claims, string what)
    {
        switch (what)
        {
            case "iss": claims["iss"] = "https://elsewhere.example/auth/realms/mosip"; break;
            case "exp": claims["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 100; break;
            case "exp missing": claims.Remove("exp"); break;
            case "role": claims["realm_access"] = new JsonObject { ["roles"] = new JsonArray("PARTNER_ADMIN") }; break;
            case "roles missing": claims.Remove("realm_access"); break;
            case "azp": claims.Remove("azp"); break;
        }
    }

    private async Task<bool> IsLetInAsync(string? token)
    {
        _client.Token = token;
        var reply = await _client.PostAsync("/rid/check-status", new JsonObject());
        if (reply.Status is 401)
        {
            reply.Error.ShouldBe(("KER-ATH-401", "Authentication Failed"));
            return false;
        }

        reply.Error.ShouldNotBeNull().Code.ShouldBe("RES-SER-418");
        return true;
    }
}
