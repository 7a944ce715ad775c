using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>What becomes of a read and of a write when the platform is unwell; the auth types stand for every operation.</summary>
public sealed class MosipCallTests
{
    private const string ReadPath = "GET /idrepository/v1/identity/authtypes/status/4952408651";
    private const string WritePath = "POST /idrepository/v1/identity/authtypes/status";
    private const string ReadAnswer = """{ "response": { "authTypes": [] }, "errors": [] }""";
    private const string WriteAnswer = """{ "response": { "status": "Success" }, "errors": null }""";

    /// <summary>Longer than a try may take, shorter than half of what a read may take in all.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(6);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Troubles =>
    [
        "500", "502", "HTML with 200", "null response", "no response", "errors of another type", "response of another type", "hang", "slow drip", "too large",
        "too large and unannounced", "truncated", "reset", "redirect",
    ];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task S_59_A_read_without_a_usable_answer_means_that_the_service_is_unavailable(string trouble)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ReadPath, context => MakeTrouble(context, trouble));

        var outcome = await Read(stub.Adapters(_clock, ("MaxResponseBytes", "1024")));

        outcome.Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        stub.Seen.Count(request => request.Path.Contains("elsewhere", StringComparison.Ordinal)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_write_without_a_usable_answer_has_an_unknown_outcome_and_is_not_sent_again(string trouble)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, context => MakeTrouble(context, trouble));

        var outcome = await Write(stub.Adapters(_clock, ("MaxResponseBytes", "1024")));

        outcome.Problem.ShouldBe(CommonProblems.OutcomeUnknown);
        stub.CountOf(WritePath).ShouldBe(1);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("HTML with 200")]
    [InlineData("null response")]
    [InlineData("hang")]
    [InlineData("slow drip")]
    [InlineData("truncated")]
    [InlineData("reset")]
    public async Task A_read_is_tried_a_second_time(string trouble)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ReadPath, context => MakeTrouble(context, trouble), context => context.Json(ReadAnswer));

        var outcome = await Read(stub.Adapters(_clock, ("MaxResponseBytes", "1024")));

        outcome.IsSuccess.ShouldBeTrue();
        stub.CountOf(ReadPath).ShouldBe(2);
    }

    [Theory]
    [InlineData(ReadPath, 2)]
    [InlineData(PlatformStub.TokenPath, 0)]
    public async Task A_read_ends_with_its_budget_though_a_second_try_had_time_left(string slow, int reads)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ReadPath, ReadAnswer).On(slow, context => Hang(context, TimeSpan.FromSeconds(5)), context => Hang(context, TimeSpan.FromSeconds(3)));

        var outcome = await Read(stub.Adapters(_clock, ("ReadTimeout", "00:00:05"), ("ReadBudget", "00:00:08"))).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        outcome.Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        stub.CountOf(ReadPath).ShouldBe(reads);
    }

    [Fact]
    public async Task A_read_is_not_tried_a_third_time()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ReadPath, "{}", 500);

        await Read(stub.Adapters());

        stub.CountOf(ReadPath).ShouldBe(2);
    }

    [Fact]
    public async Task A_read_that_was_answered_with_errors_is_not_tried_again()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ReadPath, context => context.Error("IDR-IDC-007"));

        (await Read(stub.Adapters())).Problem.ShouldBe(AuthLockProblems.UnknownPerson);

        stub.CountOf(ReadPath).ShouldBe(1);
    }

    [Fact]
    public async Task An_error_behind_a_success_is_an_error()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, """{ "response": { "status": "Success" }, "errors": [ { "errorCode": "IDR-IDC-002" } ] }""");

        (await Write(stub.Adapters())).Problem.ShouldBe(AuthLockProblems.NotLockable);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task What_is_turned_away_at_the_door_was_not_done(int status)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, "<html>", status);

        (await Write(stub.Adapters())).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        stub.CountOf(WritePath).ShouldBe(1);
    }

    [Fact]
    public async Task Too_many_requests_tell_when_to_come_back()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, context =>
        {
            context.Response.Headers.RetryAfter = "30";
            return context.Json("{}", 429);
        });

        var problem = (await Write(stub.Adapters(_clock))).Problem!;

        problem.Key.ShouldBe(CommonProblems.ServiceUnavailable.Key);
        problem.Facts["at"].ShouldBe(_clock.GetUtcNow().AddSeconds(30));
    }

    [Fact]
    public async Task A_write_to_a_port_where_nobody_listens_was_not_done()
    {
        await using var stub = await PlatformStub.StartAsync();

        (await Write(stub.Adapters(settings: ("IdRepositoryIdentityUrl", $"http://127.0.0.1:{FreePort()}/idrepository/v1/identity")))).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task A_write_to_a_host_without_an_address_was_not_done()
    {
        await using var stub = await PlatformStub.StartAsync();

        (await Write(stub.Adapters(settings: ("IdRepositoryIdentityUrl", "https://nowhere.invalid/idrepository/v1/identity")))).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var stub = await PlatformStub.StartAsync();
        await using var impostor = await PlatformStub.StartAsync(endpoint => endpoint.UseHttps(certificate));
        impostor.On(WritePath, WriteAnswer);
        var address = new UriBuilder(impostor.Address) { Scheme = "https", Path = "/idrepository/v1/identity" }.Uri;

        (await Write(stub.Adapters(settings: ("IdRepositoryIdentityUrl", address.AbsoluteUri)))).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        impostor.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("IDR-IDC-004")]
    [InlineData("IDR-IDC-006")]
    public async Task A_platform_that_stumbled_over_a_write_leaves_the_outcome_unknown(string code)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, context => context.Error(code));

        (await Write(stub.Adapters())).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
    }

    [Fact]
    public async Task A_code_nobody_knows_is_a_refusal_and_stands_in_the_log()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, context => context.Error("IDR-XYZ-999"));

        (await Write(stub.Adapters())).Problem.ShouldBe(CommonProblems.Refused);

        stub.Log.Lines.ShouldContain(line => line.StartsWith("Warning IdRepository.ChangeAuthTypes: the platform answered IDR-XYZ-999", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_log_holds_a_number_a_path_or_a_body()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ReadPath, """{ "errors": [ { "errorCode": "IDR-IDC-007", "message": "4952408651 unknown" } ] }""").On(WritePath, context => context.Html());
        var adapters = stub.Adapters();

        await Read(adapters);
        await Write(adapters);
        await adapters.GetRequiredService<INotifier>().SendSmsAsync("9000000001", "the secret words", Cancellation);

        stub.Log.Lines.ShouldNotBeEmpty();
        string[] forbidden = ["4952408651", "9000000001", "secret", "authtypes", "/v1/", "Welcome"];
        stub.Log.Lines.ShouldNotContain(line => forbidden.Any(word => line.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_gives_up_waiting_hears_that_and_nothing_else()
    {
        await using var stub = await PlatformStub.StartAsync();
        using var patience = new CancellationTokenSource();
        stub.On(ReadPath, context =>
        {
            patience.Cancel();
            return context.Hang();
        });
        var registry = stub.Adapters().GetRequiredService<IAuthTypeRegistry>();

        await Should.ThrowAsync<OperationCanceledException>(() => registry.ReadAsync(Sample.ByUin, patience.Token));
    }

    private static Task<Outcome<IReadOnlyList<AuthTypeState>>> Read(IServiceProvider adapters) =>
        adapters.GetRequiredService<IAuthTypeRegistry>().ReadAsync(Sample.ByUin, Cancellation);

    private static Task<Outcome<Done>> Write(IServiceProvider adapters) =>
        adapters.GetRequiredService<IAuthTypeRegistry>().ChangeAsync(Sample.ByUin, [new AuthTypeChange(AuthType.Iris, Lock: true)], Guid.NewGuid(), Cancellation);

    private Task MakeTrouble(HttpContext context, string trouble) => trouble switch
    {
        "500" => context.Json("{}", 500),
        "502" => context.Json("<html>", 502),
        "HTML with 200" => context.Html(),
        "null response" => context.Json("""{ "response": null, "errors": [] }"""),
        "no response" => context.Json("{}"),
        "errors of another type" => context.Json("""{ "response": { "status": "Success", "authTypes": [] }, "errors": "none" }"""),
        "response of another type" => context.Json("""{ "response": { "status": { }, "authTypes": "none" }, "errors": [] }""".Replace("{ }", "\"7\"", StringComparison.Ordinal)),
        "hang" => TakeTooLong(context.Hang),
        "slow drip" => TakeTooLong(context.Drip),
        "too large" => Large(context, announced: true),
        "too large and unannounced" => Large(context, announced: false),
        "truncated" => context.Truncated(),
        "reset" => context.Reset(),
        "redirect" => Redirect(context),
        _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
    };

    private Task Hang(HttpContext context, TimeSpan passing)
    {
        var answering = context.Hang();
        _clock.Advance(passing);
        return answering;
    }

    /// <summary>The time runs out while the platform is at it.</summary>
    private Task TakeTooLong(Func<Task> answer)
    {
        var answering = answer();
        _clock.Advance(TooLong);
        return answering;
    }

    private static async Task Large(HttpContext context, bool announced)
    {
        var body = $$"""{ "response": { "status": "Success", "authTypes": [], "rest": "{{new string('x', 4096)}}" } }""";
        context.Response.ContentLength = announced ? body.Length : null;
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static Task Redirect(HttpContext context)
    {
        context.Response.Redirect("/elsewhere");
        return Task.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
