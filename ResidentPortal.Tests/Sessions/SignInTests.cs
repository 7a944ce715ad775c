using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Sessions;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_right_code_signs_in()
    {
        var ticket = await _world.SignInAsync();
        var session = (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Value;
        session.Uin.Reveal().ShouldBe(Meera);
        session.Id.ShouldBe(ticket.SessionId);
    }

    [Fact]
    public async Task A_VID_signs_in_the_person_it_stands_for()
    {
        var byUin = await _world.SignInAsync();
        var byVid = await _world.SignInAsync(_world.Platform.VidOf(Meera), browser: "another");
        (await SessionAsync(byVid)).PersonKey.ShouldBe((await SessionAsync(byUin)).PersonKey);
    }

    [Fact]
    public async Task S_10_S_17_The_token_is_256_random_bits_and_stands_in_no_row()
    {
        var ticket = await _world.SignInAsync();
        ticket.Token.Length.ShouldBe(43);
        await using var db = _world.OpenDatabase();
        var row = await db.Sessions.SingleAsync(TestContext.Current.CancellationToken);
        row.TokenKey.ShouldNotContain(ticket.Token);
    }

    [Fact]
    public async Task S_17_A_fresh_code_renews_the_token_and_kills_the_old_one()
    {
        var ticket = await _world.SignInAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        var renewed = (await _world.ProveAgainAsync(ticket.SessionId)).Value;
        (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ResumeSession>().ExecuteAsync(renewed.Token)).Value.Id.ShouldBe(ticket.SessionId);
    }

    [Fact]
    public async Task S_19_Fifteen_minutes_without_an_act_end_the_sign_in()
    {
        var ticket = await _world.SignInAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(14));
        (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).IsSuccess.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Problem!.Key.ShouldBe(SessionProblems.Away.Key);
    }

    [Fact]
    public async Task S_19_An_hour_ends_the_sign_in_whatever_happens()
    {
        var ticket = await _world.SignInAsync();
        for (var i = 0; i < 5; i++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(11));
            (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).IsSuccess.ShouldBeTrue();
        }

        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Problem!.Key.ShouldBe(SessionProblems.TotalTime.Key);
    }

    [Fact]
    public async Task S_19_Looking_whether_the_sign_in_is_alive_does_not_keep_it_alive()
    {
        var ticket = await _world.SignInAsync();
        for (var i = 0; i < 14; i++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
            (await _world.Get<FindEndedSessions>().ExecuteAsync([ticket.SessionId])).Value.ShouldBeEmpty();
        }

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _world.Get<FindEndedSessions>().ExecuteAsync([ticket.SessionId])).Value[ticket.SessionId].Key.ShouldBe(SessionProblems.Away.Key);
    }

    [Fact]
    public async Task On_a_device_that_is_not_the_residents_five_minutes_are_enough()
    {
        var ticket = await _world.SignInAsync(isShared: true);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var problem = (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Problem.ShouldNotBeNull();
        problem.Facts["minutes"].ShouldBe(5);
    }

    [Fact]
    public async Task S_20_After_signing_out_the_token_opens_nothing_and_open_pages_are_told()
    {
        var ticket = await _world.SignInAsync();
        await _world.Get<SignOut>().ExecuteAsync(ticket.SessionId);
        (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Problem.ShouldBe(SessionProblems.SignedOut);
        (await _world.Get<FindEndedSessions>().ExecuteAsync([ticket.SessionId])).Value[ticket.SessionId].ShouldBe(SessionProblems.SignedOut);
    }

    [Fact]
    public async Task S_22_A_fourth_sign_in_ends_the_oldest()
    {
        var tickets = new List<SessionTicket>();
        for (var i = 0; i < 4; i++)
        {
            tickets.Add(await _world.SignInAsync(browser: $"browser {i}"));
            _world.Clock.Advance(TimeSpan.FromMinutes(3.5));
        }

        (await _world.Get<ResumeSession>().ExecuteAsync(tickets[0].Token)).Problem.ShouldBe(SessionProblems.Replaced);
        foreach (var ticket in tickets.Skip(1))
        {
            (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).IsSuccess.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_sign_in_on_a_new_device_is_told_to_the_resident_and_one_on_a_known_device_is_not()
    {
        await _world.SignInAsync();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.Contains("on a device that is new to us", StringComparison.Ordinal), expectedCount: 1);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.SignInAsync(browser: "again");
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.Contains("on a device that is new to us", StringComparison.Ordinal), expectedCount: 1);
    }

    private async Task<ResidentSession> SessionAsync(SessionTicket ticket) => (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Value;
}
