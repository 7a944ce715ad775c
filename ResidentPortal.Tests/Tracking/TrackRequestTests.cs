using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Tracking;

public sealed class TrackRequestTests : IAsyncLifetime
{
    private const string Network = "192.0.2";
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Every_registration_of_the_platform_gets_an_answer_in_its_state()
    {
        var seen = new HashSet<RegistrationState>();
        foreach (var registration in _world.Platform.State.Registrations.All)
        {
            var answer = (await _world.Get<TrackRequest>().ExecuteAsync(registration.Rid, Network)).Value.Registration!;
            seen.Add(answer.State);
            answer.Steps.Count.ShouldBe(5);
        }

        seen.ShouldBe(Enum.GetValues<RegistrationState>().Except([RegistrationState.SentBack]), ignoreOrder: true);
    }

    [Fact]
    public void What_the_centre_has_to_send_once_more_is_under_way_to_a_resident() =>
        TrackedRegistration.Of(RegistrationState.SentBack, entries: null).State.ShouldBe(RegistrationState.UnderWay);

    [Fact]
    public async Task A_registration_under_way_is_at_one_stage_with_those_before_it_passed()
    {
        var answer = await AnswerAsync(one => one.State is RegistrationState.UnderWay && one.Stage is RegistrationStage.Verification);
        answer.Steps.Select(step => step.State).ShouldBe([StepState.Passed, StepState.Passed, StepState.Now, StepState.ToCome, StepState.ToCome]);
        answer.Since.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refused_registration_stops_where_it_was_refused_and_says_no_reason()
    {
        var answer = await AnswerAsync(one => one.State is RegistrationState.Refused);
        answer.Steps.Count(step => step.State is StepState.Stopped).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "tracking.empty")]
    [InlineData("   ", "tracking.empty")]
    [InlineData("1000110010001232026071409301", "tracking.wrongLength")]
    [InlineData("1000110010A012320260714093015", "tracking.notDigits")]
    [InlineData("10001100100012320260230093015", "tracking.mistyped")]
    [InlineData("4952408651", "tracking.wrongLength")]
    [InlineData("0123456789012345", "tracking.mistyped")]
    [InlineData("12345678901234x6", "tracking.notDigits")]
    public async Task A_number_that_cannot_be_one_is_told_at_once_and_the_platform_is_not_asked(string typed, string key)
    {
        (await _world.Get<TrackRequest>().ExecuteAsync(typed, Network)).Problem!.Key.ShouldBe(key);
        _world.Platform.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_the_platform_does_not_know_is_told_as_such() =>
        (await _world.Get<TrackRequest>().ExecuteAsync("10010110010000120230101000000", Network)).Problem.ShouldBe(TrackingProblems.UnknownRid);

    [Fact]
    public async Task Without_the_stages_the_state_is_still_told()
    {
        var rid = _world.Platform.State.Registrations.All[0].Rid;
        _world.Platform.Next(FakeMosip.ListStages, CommonProblems.ServiceUnavailable);
        var answer = (await _world.Get<TrackRequest>().ExecuteAsync(rid, Network)).Value.Registration!;
        answer.AreStagesKnown.ShouldBeFalse();
        answer.Stage.ShouldBeNull();
    }

    [Fact]
    public async Task R_01_Without_the_status_the_answer_is_that_the_service_cannot_be_reached()
    {
        _world.Platform.Next(FakeMosip.FindStatus, CommonProblems.ServiceUnavailable);
        (await _world.Get<TrackRequest>().ExecuteAsync(_world.Platform.State.Registrations.All[0].Rid, Network)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task One_network_may_look_so_often_and_no_more()
    {
        await using var world = new CoreWorld(("Tracking:NetworkLookUpsPerTenMinutes", "2"));
        var rid = world.Platform.State.Registrations.All[0].Rid;
        (await world.Get<TrackRequest>().ExecuteAsync(rid, Network)).IsSuccess.ShouldBeTrue();
        world.Clock.Advance(TimeSpan.FromMinutes(4));
        (await world.Get<TrackRequest>().ExecuteAsync(rid, Network)).IsSuccess.ShouldBeTrue();
        var refusal = (await world.Get<TrackRequest>().ExecuteAsync(rid, Network)).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe("tracking.tooMany");
        refusal.Facts["at"].ShouldBe(world.Clock.GetUtcNow().AddMinutes(6));
        (await world.Get<TrackRequest>().ExecuteAsync(rid, "198.51.100")).IsSuccess.ShouldBeTrue();
    }

    private async Task<TrackedRegistration> AnswerAsync(Func<TrackedRegistration, bool> wanted)
    {
        foreach (var registration in _world.Platform.State.Registrations.All)
        {
            var answer = (await _world.Get<TrackRequest>().ExecuteAsync(registration.Rid, Network)).Value.Registration!;
            if (wanted(answer))
            {
                return answer;
            }
        }

        throw new InvalidOperationException("The population has no such registration.");
    }
}
