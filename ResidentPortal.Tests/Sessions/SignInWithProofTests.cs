using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Sessions;

/// <summary>A person whom somebody else has proved gets the same sign-in as after a code.</summary>
public sealed class SignInWithProofTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_same_person_is_signed_in_as_by_a_code()
    {
        var byCode = await SessionAsync(await _world.SignInAsync());
        var byProof = await SessionAsync((await ProveAsync()).Value);
        byProof.PersonKey.ShouldBe(byCode.PersonKey);
        byProof.Uin.Reveal().ShouldBe(Meera);
        byCode.Allowed.ShouldBeNull();
        byProof.Allowed.ShouldBe(["Manage-VID", "openid"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_VID_signs_in_the_person_it_stands_for() =>
        (await SessionAsync((await ProveAsync(_world.Platform.VidOf(Meera))).Value)).Uin.Reveal().ShouldBe(Meera);

    [Fact]
    public async Task The_proof_is_fresh_for_as_long_as_a_code_of_the_same_age()
    {
        var at = _world.Clock.GetUtcNow().AddMinutes(-3);
        (await SessionAsync((await ProveAsync(at: at)).Value)).FreshUntil.ShouldBe(at.AddMinutes(5));
        (await SessionAsync((await ProveAsync(at: _world.Clock.GetUtcNow().AddMinutes(1))).Value)).FreshUntil.ShouldBe(_world.Clock.GetUtcNow().AddMinutes(5));
    }

    [Fact]
    public async Task Another_code_for_a_sensitive_act_comes_by_the_way_the_person_has()
    {
        var session = (await ProveAsync(_world.Platform.UinWithPhoneOnly)).Value;
        (await SessionAsync(session)).Channel.ShouldBe(OtpChannel.Phone);
        (await _world.ProveAgainAsync(session.SessionId)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_14_A_new_device_is_told_and_a_known_one_is_not()
    {
        await ProveAsync();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("A sign-in with your ID number at 2026-11-24 10:00 UTC, on a device that is new to us.", StringComparison.Ordinal));
        _world.Platform.State.Outbox.Clear();
        await ProveAsync();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fourth_sign_in_takes_the_place_of_the_oldest()
    {
        var first = (await ProveAsync()).Value;
        for (var i = 0; i < 3; i++)
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
            await ProveAsync();
        }

        (await _world.Get<ResumeSession>().ExecuteAsync(first.Token)).Problem.ShouldBe(SessionProblems.Replaced);
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_a_number_that_is_not_in_use_or_not_known_or_while_the_platform_is_down()
    {
        (await ProveAsync(_world.Platform.DeactivatedUin)).Problem.ShouldBe(SessionProblems.NumberNotInUse);
        (await ProveAsync(_world.Platform.UnknownUin)).Problem.ShouldBe(ProfileProblems.UnknownPerson);
        _world.Platform.Next(FakeMosip.FindIdentity, CommonProblems.ServiceUnavailable);
        (await ProveAsync()).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        await using var db = _world.OpenDatabase();
        (await db.Sessions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.SignedIn && row.Result == AuditResult.Failure, TestContext.Current.CancellationToken)).ShouldBe(3);
    }

    [Fact]
    public async Task The_list_of_sign_ins_says_which_was_without_a_code()
    {
        await _world.SignInAsync();
        var overview = (await _world.Get<ShowSignIns>().ExecuteAsync((await ProveAsync()).Value.SessionId)).Value;
        overview.This.IsByProof.ShouldBeTrue();
        overview.Others.ShouldHaveSingleItem().IsByProof.ShouldBeFalse();
    }

    private Task<Outcome<SessionTicket>> ProveAsync(string number = Meera, DateTimeOffset? at = null) => _world.Get<SignInWithProof>().ExecuteAsync(
        new PersonProof(Number(number), at ?? _world.Clock.GetUtcNow(), ["openid", "Manage-VID"], IsSharedDevice: false, Language.English), HomePhone);

    private async Task<ResidentSession> SessionAsync(SessionTicket ticket) => (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Value;
}
