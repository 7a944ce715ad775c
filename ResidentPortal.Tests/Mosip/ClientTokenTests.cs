using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Mosip.AuthManager;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>One token for all, renewed in time, and once more when a service turns it away.</summary>
public sealed class ClientTokenTests
{
    private const string Sms = "POST /v1/notifier/sms/send";
    private const string Sent = """{ "response": { "status": "success" }, "errors": [] }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_calls_at_once_ask_for_one_token()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Sms, Sent);
        var notifier = stub.Adapters().GetRequiredService<INotifier>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => notifier.SendSmsAsync("9000000001", "text", Cancellation)));

        outcomes.ShouldAllBe(outcome => outcome.IsSuccess);
        stub.TokensHandedOut.ShouldBe(1);
        stub.Seen.Where(request => request.Is(Sms)).ShouldAllBe(request => request.Cookie.StartsWith("Authorization=ey", StringComparison.Ordinal) && !request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_client_is_named_and_never_logged()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Sms, Sent);

        await stub.Adapters().GetRequiredService<INotifier>().SendSmsAsync("9000000001", "text", Cancellation);

        var request = stub.Only(PlatformStub.TokenPath).Json.GetProperty("request");
        request.GetProperty("appId").GetString().ShouldBe("resident");
        request.GetProperty("clientId").GetString().ShouldBe("mosip-resident-client");
        request.GetProperty("secretKey").GetString().ShouldBe("stub-secret");
        stub.Log.Lines.ShouldNotContain(line => line.Contains("secret", StringComparison.Ordinal) || line.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_is_turned_away_is_renewed_once_and_the_request_sent_again()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Sms, context => context.Unauthorized(), context => context.Json(Sent));

        var outcome = await stub.Adapters().GetRequiredService<INotifier>().SendSmsAsync("9000000001", "text", Cancellation);

        outcome.IsSuccess.ShouldBeTrue();
        stub.TokensHandedOut.ShouldBe(2);
        stub.CountOf(Sms).ShouldBe(2);
        stub.Seen.Where(request => request.Is(Sms)).Select(request => request.Cookie).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Fifty_calls_turned_away_at_once_renew_once()
    {
        await using var stub = await PlatformStub.StartAsync();
        var first = PlatformStub.Token(1, TimeSpan.FromDays(1));
        stub.On(Sms, context => context.Request.Headers.Cookie.ToString().Contains(first, StringComparison.Ordinal) ? context.Unauthorized() : context.Json(Sent));
        var notifier = stub.Adapters().GetRequiredService<INotifier>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => notifier.SendSmsAsync("9000000001", "text", Cancellation)));

        outcomes.ShouldAllBe(outcome => outcome.IsSuccess);
        stub.TokensHandedOut.ShouldBe(2);
    }

    [Fact]
    public async Task A_service_that_turns_every_token_away_is_unavailable()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Sms, context => context.Unauthorized());

        var outcome = await stub.Adapters().GetRequiredService<INotifier>().SendSmsAsync("9000000001", "text", Cancellation);

        outcome.Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        stub.CountOf(Sms).ShouldBe(2);
        stub.TokensHandedOut.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_is_renewed_a_minute_before_it_ends()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));
        await using var stub = await PlatformStub.StartAsync();
        var token = stub.Adapters(clock).GetRequiredService<ClientToken>();
        var first = (await token.GetCookieAsync(Cancellation)).Value;

        clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(61));
        (await token.GetCookieAsync(Cancellation)).Value.ShouldBe(first);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await token.GetCookieAsync(Cancellation)).Value.ShouldNotBe(first, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Authorization", "abc.def")]
    [InlineData("Authorization", "Authorization=abc.def")]
    [InlineData("Set-Cookie", "Authorization=abc.def; Max-Age=6000000; Path=/; HttpOnly")]
    public async Task The_token_stands_in_the_header_or_the_cookie(string header, string value)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(PlatformStub.TokenPath, context =>
        {
            context.Response.Headers[header] = value;
            return context.Json("""{ "response": { "status": "Success" }, "errors": null }""");
        });

        (await stub.Adapters().GetRequiredService<ClientToken>().GetCookieAsync(Cancellation)).Value.ShouldBe("Authorization=abc.def");
    }

    [Fact]
    public async Task A_token_can_come_from_the_OpenID_provider()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On("POST /auth/realms/mosip/protocol/openid-connect/token", """{ "access_token": "abc.def", "expires_in": 300 }""");
        var adapters = stub.Adapters(settings: [("TokenSource", "OpenIdConnect"), ("TokenUrl", $"{stub.Address}auth/realms/mosip/protocol/openid-connect/token")]);

        (await adapters.GetRequiredService<ClientToken>().GetCookieAsync(Cancellation)).Value.ShouldBe("Authorization=abc.def");

        stub.Seen.Single().Body.ShouldBe("grant_type=client_credentials&client_id=mosip-resident-client&client_secret=stub-secret");
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("refused")]
    [InlineData("failed")]
    [InlineData("wrong secret")]
    public async Task Without_a_token_nothing_is_sent_and_the_service_is_unavailable(string trouble)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Sms, Sent).On(PlatformStub.TokenPath, context => trouble switch
        {
            "no token" => context.Json("""{ "response": { "status": "Success" }, "errors": null }"""),
            "refused" => context.Error("KER-ATH-026"),
            "wrong secret" => context.Json("""{ "response": null, "errors": [ { "errorCode": "500" } ] }""", 500),
            _ => context.Reset(),
        });

        var outcome = await stub.Adapters().GetRequiredService<INotifier>().SendSmsAsync("9000000001", "text", Cancellation);

        outcome.Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        stub.CountOf(Sms).ShouldBe(0);
    }

    [Fact]
    public async Task Who_loses_patience_does_not_spoil_the_token_for_the_others()
    {
        await using var stub = await PlatformStub.StartAsync();
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        stub.On(PlatformStub.TokenPath, async context =>
        {
            asked.SetResult();
            await go.Task;
            context.Response.Headers.Authorization = "abc.def";
            await context.Json("""{ "response": { "status": "Success" } }""");
        });
        var token = stub.Adapters().GetRequiredService<ClientToken>();
        using var patience = new CancellationTokenSource();

        var impatient = token.GetCookieAsync(patience.Token);
        await asked.Task;
        var patient = token.GetCookieAsync(Cancellation);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        go.SetResult();

        (await patient).Value.ShouldBe("Authorization=abc.def");
        stub.CountOf(PlatformStub.TokenPath).ShouldBe(1);
    }
}
