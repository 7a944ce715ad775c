using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>An operation that fails pauses, and one that is crowded turns away; the others go on.</summary>
public sealed class MosipPipelinesTests
{
    private const string ReadPath = "GET /idrepository/v1/identity/authtypes/status/4952408651";
    private const string WritePath = "POST /idrepository/v1/identity/authtypes/status";
    private const string ReadAnswer = """{ "response": { "authTypes": [] }, "errors": [] }""";
    private const string WriteAnswer = """{ "response": { "status": "Success" }, "errors": null }""";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_many_failures_an_operation_pauses_and_says_until_when()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, "{}", 500).On(ReadPath, ReadAnswer);
        var adapters = stub.Adapters(_clock, ("BreakerMinimumCalls", "4"));

        for (var i = 0; i < 4; i++)
        {
            (await Write(adapters)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
        }

        var paused = (await Write(adapters)).Problem!;
        paused.Key.ShouldBe(CommonProblems.ServiceUnavailable.Key);
        paused.Facts["at"].ShouldBe(_clock.GetUtcNow().AddSeconds(15));
        stub.CountOf(WritePath).ShouldBe(4);
        (await Read(adapters)).IsSuccess.ShouldBeTrue("the other operations go on");

        stub.On(WritePath, WriteAnswer);
        _clock.Advance(TimeSpan.FromSeconds(16));
        (await Write(adapters)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task More_calls_than_there_is_room_for_are_turned_away_unsent()
    {
        await using var stub = await PlatformStub.StartAsync();
        var go = new TaskCompletionSource();
        stub.On(WritePath, async context =>
        {
            await go.Task;
            await context.Json(WriteAnswer);
        });
        var adapters = stub.Adapters(settings: ("MaxConcurrentCalls", "1"));

        // One under way, two that wait, two that are turned away: only those can end before the platform answers.
        var writes = Enumerable.Range(0, 5).Select(_ => Write(adapters)).ToList();
        for (var turnedAway = 0; turnedAway < 2; turnedAway++)
        {
            var ended = await Task.WhenAny(writes);
            writes.Remove(ended);
            (await ended).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        }

        go.SetResult();

        (await Task.WhenAll(writes)).ShouldAllBe(outcome => outcome.IsSuccess);
        stub.CountOf(WritePath).ShouldBe(3);
    }

    private static Task<Outcome<IReadOnlyList<AuthTypeState>>> Read(IServiceProvider adapters) =>
        adapters.GetRequiredService<IAuthTypeRegistry>().ReadAsync(Sample.ByUin, Cancellation);

    private static Task<Outcome<Done>> Write(IServiceProvider adapters) =>
        adapters.GetRequiredService<IAuthTypeRegistry>().ChangeAsync(Sample.ByUin, [new AuthTypeChange(AuthType.Iris, Lock: true)], Guid.NewGuid(), Cancellation);
}
