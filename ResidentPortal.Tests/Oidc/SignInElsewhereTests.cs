using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Oidc;

/// <summary>S-57: a resident signs in at the provider, and whatever the provider says wrongly is not believed.</summary>
public sealed class SignInElsewhereTests : IAsyncLifetime
{
    private const string NotBelieved = "What eSignet told us does not show that it was you just now. Try again, or ask for a code here.";
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartWithProviderAsync();
        _client = new PortalClient(_portal);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_57_The_button_leads_to_the_provider_and_back_to_the_home_page_with_the_same_cookie_as_after_a_code()
    {
        var page = await _client.GetAsync(Links.SignIn);
        page.Text.ShouldContain("Another way to sign in You show who you are at eSignet, then come back here. eSignet also tells you what you allow us. Sign in with eSignet");
        page.Text.ShouldContain("This is not my own device: sign in with eSignet here");
        var back = await _client.SignInElsewhereAsync();
        ShouldBeSignedIn(back);
        back.Headers["Cache-Control"].ShouldBe("no-store");
        _client.CookieLines.ShouldContain(line => line.StartsWith("__Host-session=", StringComparison.Ordinal) && line.Contains("secure", StringComparison.OrdinalIgnoreCase) && line.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase) && line.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        (await _client.GetAsync(Links.Home)).Status.ShouldBe(HttpStatusCode.OK);
        (await _client.GetAsync(Links.Security)).Text.ShouldContain("Signed in with another sign-in service");
        _client.Cookies.Keys.ShouldNotContain(name => name.StartsWith("__Host-way", StringComparison.Ordinal) || name.StartsWith("__Host-nonce", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_57_The_request_carries_PKCE_state_nonce_acr_and_the_age_that_is_allowed_and_no_personal_value()
    {
        var address = new Uri(await _client.GoToProviderAsync());
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query);
        query["response_type"].ToString().ShouldBe("code");
        query["code_challenge_method"].ToString().ShouldBe("S256");
        query["code_challenge"].ToString().Length.ShouldBe(43);
        query["state"].ToString().ShouldNotBeEmpty();
        query["nonce"].ToString().ShouldNotBeEmpty();
        query["acr_values"].ToString().ShouldBe("mosip:idp:acr:biometrics mosip:idp:acr:generated-code");
        query["max_age"].ToString().ShouldBe("300");
        query["prompt"].ToString().ShouldBe("login");
        query["redirect_uri"].ToString().ShouldBe($"{_portal.Address.AbsoluteUri.TrimEnd('/')}/sign-in/return");
        query["claims"].ToString().ShouldBe("""{"userinfo":{"individual_id":{"essential":true}}}""");
        _client.CookieLines.Where(line => line.StartsWith("__Host-way.", StringComparison.Ordinal) || line.StartsWith("__Host-nonce.", StringComparison.Ordinal)).Count().ShouldBe(2);
    }

    [Fact]
    public async Task S_57_The_proof_counts_as_fresh_from_when_it_was_made()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 200);
        _portal.Sandbox.Provider.Forgery.IdToken = claims => claims["auth_time"] = at.ToUnixTimeSeconds();
        ShouldBeSignedIn(await _client.SignInElsewhereAsync());
        (await _portal.InDatabaseAsync(db => db.Sessions.SingleAsync())).CodeEnteredAt.ShouldBe(at);
    }

    [Fact]
    public async Task A_device_that_is_not_ones_own_is_signed_out_sooner()
    {
        ShouldBeSignedIn(await _client.SignInElsewhereAsync(Links.SignInElsewhereShared));
        (await _portal.InDatabaseAsync(db => db.Sessions.SingleAsync())).IsSharedDevice.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nonce", "OpenIdConnectProtocolInvalidNonceException")]
    [InlineData("aud", "SecurityTokenInvalidAudienceException")]
    [InlineData("iss", "SecurityTokenInvalidIssuerException")]
    [InlineData("acr", "acr")]
    [InlineData("acr missing", "acr")]
    [InlineData("auth_time old", "auth_time")]
    [InlineData("auth_time missing", "auth_time")]
    [InlineData("auth_time ahead", "auth_time")]
    [InlineData("iat old", "iat")]
    [InlineData("exp", "SecurityTokenExpiredException")]
    [InlineData("at_hash", "OpenIdConnectProtocolInvalidAtHashException")]
    [InlineData("sub", "userinfo sub")]
    public async Task S_57_An_id_token_that_says_something_wrong_is_refused(string what, string reason)
    {
        _portal.Sandbox.Provider.Forgery.IdToken = claims => Bend(claims, what);
        await ShouldBeRefusedAsync(await _client.SignInElsewhereAsync(), reason);
    }

    [Theory]
    [InlineData(TokenSeal.None)]
    [InlineData(TokenSeal.Empty)]
    [InlineData(TokenSeal.Stranger)]
    public async Task S_57_An_id_token_that_the_provider_did_not_sign_is_refused(TokenSeal seal)
    {
        _portal.Sandbox.Provider.Forgery.IdTokenSeal = seal;
        _portal.Sandbox.Provider.Forgery.IdToken = claims => claims.Remove("at_hash"); // Which would be judged too, by the algorithm the token names.
        await ShouldBeRefusedAsync(await _client.SignInElsewhereAsync(), "SecurityTokenInvalidSignatureException");
    }

    [Theory]
    [InlineData(TokenSeal.None)]
    [InlineData(TokenSeal.Empty)]
    [InlineData(TokenSeal.Stranger)]
    public async Task S_57_User_information_that_the_provider_did_not_sign_is_refused(TokenSeal seal)
    {
        _portal.Sandbox.Provider.Forgery.UserInformationSeal = seal;
        await ShouldBeRefusedAsync(await _client.SignInElsewhereAsync(), "userinfo signature");
    }

    [Fact]
    public async Task S_57_User_information_as_bare_JSON_is_refused()
    {
        _portal.Sandbox.Provider.Forgery.IsPlain = true;
        await ShouldBeRefusedAsync(await _client.SignInElsewhereAsync(), "userinfo unsigned");
    }

    [Theory]
    [InlineData("sub", "somebody-else")]
    [InlineData("iss", "https://elsewhere.example")]
    [InlineData("aud", "another-client")]
    [InlineData("individual_id", "1234")]
    [InlineData("individual_id", null)]
    public async Task S_57_User_information_about_or_for_somebody_else_is_refused(string claim, string? value)
    {
        _portal.Sandbox.Provider.Forgery.UserInformation = claims => claims[claim] = value;
        await ShouldBeRefusedAsync(await _client.SignInElsewhereAsync(), claim is "individual_id" ? "userinfo number" : $"userinfo {claim}");
    }

    [Fact]
    public async Task User_information_that_names_neither_issuer_nor_client_is_taken_as_the_platform_sends_it()
    {
        _portal.Sandbox.Provider.Forgery.UserInformation = claims => _ = claims.Remove("iss") && claims.Remove("aud");
        ShouldBeSignedIn(await _client.SignInElsewhereAsync());
    }

    [Fact]
    public async Task S_57_An_answer_is_good_once()
    {
        var path = await _portal.ProveAtProviderAsync(await _client.GoToProviderAsync());
        var kept = _client.Reopened();
        ShouldBeSignedIn(await _client.GetAsync(path));
        await ShouldBeRefusedAsync(await _client.GetAsync(path), "AuthenticationFailureException", sessions: 1);

        // Even the cookies of before do not help: the provider gives nothing for a code twice.
        await ShouldBeRefusedAsync(await kept.GetAsync(path), "OpenIdConnectProtocolException", sessions: 1);
    }

    [Fact]
    public async Task S_57_An_answer_is_good_in_the_browser_that_asked_alone()
    {
        var path = await _portal.ProveAtProviderAsync(await _client.GoToProviderAsync());
        using var other = new PortalClient(_portal);
        await other.GoToProviderAsync();
        await ShouldBeRefusedAsync(await other.GetAsync(path), "AuthenticationFailureException");
    }

    [Fact]
    public async Task S_57_An_answer_without_a_state_of_ours_is_refused()
    {
        await ShouldBeRefusedAsync(await _client.GetAsync($"{Links.SignInReturn}?code=abc"), "AuthenticationFailureException");
        await ShouldBeRefusedAsync(await _client.GetAsync($"{Links.SignInReturn}?code=abc&state=def"), "AuthenticationFailureException");
    }

    [Fact]
    public async Task S_57_A_code_of_one_way_does_not_end_another()
    {
        var first = await _portal.ProveAtProviderAsync(await _client.GoToProviderAsync());
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(await _client.GoToProviderAsync()).Query)["state"].ToString();
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(first[first.IndexOf('?', StringComparison.Ordinal)..])["code"].ToString();
        await ShouldBeRefusedAsync(await _client.GetAsync($"{Links.SignInReturn}?code={Uri.EscapeDataString(code)}&state={Uri.EscapeDataString(state)}"), "OpenIdConnectProtocolException");
    }

    [Fact]
    public async Task Whoever_cancels_at_the_provider_reads_that_they_are_not_signed_in() => await ShouldSayAsync(
        await _client.GetAsync(await _portal.CancelAtProviderAsync(await _client.GoToProviderAsync())), "You did not finish at eSignet, so you are not signed in. Try again, or ask for a code here.");

    [Fact]
    public async Task Whoever_does_not_allow_everything_reads_that_the_pages_need_it() => await ShouldSayAsync(
        await _client.SignInElsewhereAsync(allows: scope => scope is not "Manage-VID"), "At eSignet you did not allow all that these pages need. Try again and allow everything, or ask for a code here.");

    [Theory]
    [InlineData("esignet.discovery")]
    [InlineData("esignet.token")]
    [InlineData("esignet.userinfo")]
    [InlineData("idrepository.identity.read")]
    public async Task A_provider_or_platform_that_is_down_is_told(string operation)
    {
        const string Sentence = "eSignet or the ID office does not answer at the moment. Nothing was changed. Try again soon, or ask for a code here.";
        if (operation is "esignet.discovery")
        {
            Fail(operation);
            await ShouldSayAsync(await _client.GetAsync(Links.SignInElsewhere), Sentence);
            return;
        }

        var path = await _portal.ProveAtProviderAsync(await _client.GoToProviderAsync());
        Fail(operation);
        await ShouldSayAsync(await _client.GetAsync(path), operation is "esignet.token" ? NotBelieved : Sentence);
    }

    [Fact]
    public async Task S_57_User_information_that_is_encrypted_is_opened_and_without_encryption_refused()
    {
        await using var portal = await PortalHost.StartWithProviderAsync(("Oidc:DecryptionKey", ProviderSteps.MakeKey()));
        using var client = new PortalClient(portal);
        (await client.SignInElsewhereAsync()).Location.ShouldBe(Links.Home, string.Join('\n', portal.Log.Lines.Where(line => line.Contains("provider", StringComparison.Ordinal))));
        portal.Sandbox.Provider.Forgery.IsOpen = true;
        (await client.SignInElsewhereAsync(number: Residents.Priya, contact: Residents.PriyasPhone)).Location.ShouldBe($"{Links.SignIn}?elsewhere=refused");
        portal.Log.Lines.Last(line => line.Contains("was not taken", StringComparison.Ordinal)).ShouldContain("userinfo encryption");
        portal.Sandbox.Provider.Forgery.Clear();
        portal.Sandbox.Provider.Forgery.UserInformationSeal = TokenSeal.Stranger;
        (await client.SignInElsewhereAsync(number: Residents.Priya, contact: Residents.PriyasPhone)).Location.ShouldBe($"{Links.SignIn}?elsewhere=refused");
        portal.Log.Lines.Last(line => line.Contains("was not taken", StringComparison.Ordinal)).ShouldContain("userinfo signature");
    }

    [Fact]
    public async Task The_other_way_for_the_client_to_prove_itself_is_taken_too()
    {
        await using var portal = await PortalHost.StartWithProviderAsync(("Oidc:Audience", "Issuer"));
        using var client = new PortalClient(portal);
        (await client.SignInElsewhereAsync()).Location.ShouldBe(Links.Home);
    }

    [Fact]
    public async Task A_client_whose_key_is_another_gets_nothing()
    {
        await using var portal = await PortalHost.StartWithProviderAsync(("Oidc:ClientKey", ProviderSteps.MakeKey()));
        using var client = new PortalClient(portal);
        (await client.SignInElsewhereAsync()).Location.ShouldBe($"{Links.SignIn}?elsewhere=refused");
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_button_and_no_way()
    {
        await using var portal = await PortalHost.StartAsync();
        using var client = new PortalClient(portal);
        (await client.GetAsync(Links.SignIn)).Text.ShouldNotContain("Another way to sign in");
        (await client.GetAsync($"{Links.SignIn}?elsewhere=refused")).Text.ShouldNotContain("What eSignet told us");
        (await client.GetAsync(Links.SignInElsewhere)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync($"{Links.SignInReturn}?code=a&state=b")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static void Bend(JsonObject claims, string what)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        (string Claim, JsonNode? Value) bent = what switch
        {
            "nonce" => ("nonce", "another"),
            "aud" => ("aud", "another-client"),
            "iss" => ("iss", "https://elsewhere.example/"),
            "acr" => ("acr", "mosip:idp:acr:static-code"),
            "acr missing" => ("acr", null),
            "auth_time old" => ("auth_time", now - 400),
            "auth_time missing" => ("auth_time", null),
            "auth_time ahead" => ("auth_time", now + 100),
            "iat old" => ("iat", now - 400),
            "exp" => ("exp", now - 100),
            "at_hash" => ("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"),
            "sub" => ("sub", "somebody-else"),
            _ => throw new ArgumentException("Not a claim.", nameof(what)),
        };
        _ = bent.Value is null ? claims.Remove(bent.Claim) : (claims[bent.Claim] = bent.Value) is not null;
    }

    private void ShouldBeSignedIn(Answer answer) => answer.Location.ShouldBe(Links.Home, string.Join('\n', _portal.Log.Lines.Where(line => line.Contains("provider", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Error", StringComparison.Ordinal))));

    private void Fail(string operation) => _portal.Sandbox.Faults.Set(new FaultOrder(operation, FaultNames.Http500));

    // The log says by which check: a test that is refused for another reason would show nothing.
    private async Task ShouldBeRefusedAsync(Answer answer, string reason, int sessions = 0)
    {
        await ShouldSayAsync(answer, NotBelieved, sessions);
        _portal.Log.Lines.Last(line => line.Contains("was not taken", StringComparison.Ordinal)).ShouldContain($"A sign-in at the provider was not taken: {reason}", Case.Sensitive, string.Join('\n', _portal.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))));
    }

    private async Task ShouldSayAsync(Answer answer, string sentence, int sessions = 0)
    {
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
        answer.Location.ShouldNotBeNull().ShouldStartWith($"{Links.SignIn}?elsewhere=");
        var page = await _client.GetAsync(answer.Location);
        page.Text.ShouldContain(sentence);
        (await _portal.InDatabaseAsync(db => db.Sessions.CountAsync())).ShouldBe(sessions);
    }
}
