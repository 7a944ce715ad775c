using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Otp;

public sealed class CodeTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_01_The_answer_to_asking_for_a_code_is_the_same_for_every_number()
    {
        var answers = new List<CodeAsked>();
        foreach (var number in (string[])[Meera, _world.Platform.DeactivatedUin, _world.Platform.UinWithoutContacts, _world.Platform.UnknownUin])
        {
            answers.Add((await _world.AskForCodeAsync(number, browser: number)).Value);
            answers.Add((await _world.Get<ShowSignInCode>().ExecuteAsync(number)).Value);
        }

        answers.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S_01_The_answer_comes_before_the_platform_is_asked_anything()
    {
        await _world.Get<AskForSignInCode>().ExecuteAsync(new SignInCodeWish(Number(Meera), OtpChannel.Phone, "browser", IsSharedDevice: false, ResidentPortal.Core.Languages.Language.English, HomePhone));
        _world.Platform.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_01_Wrong_codes_get_the_same_answers_for_every_number_and_the_platform_is_asked_alike()
    {
        var answers = new List<string>();
        var calls = new List<string>();
        foreach (var number in (string[])[Meera, _world.Platform.DeactivatedUin, _world.Platform.UinWithoutContacts, _world.Platform.UnknownUin])
        {
            _world.Platform.Calls.Clear();
            await _world.AskForCodeAsync(number, browser: number, visitor: new Visitor($"device {number}", "192.0.2"));
            var keys = new List<string>();
            for (var attempt = 0; attempt < 5; attempt++)
            {
                var outcome = await _world.EnterCodeAsync(_world.WrongCode(), number, new Visitor($"device {number}", "192.0.2"));
                keys.Add($"{outcome.Problem} {outcome.Problem!.Facts.GetValueOrDefault("tries")}");
            }

            answers.Add(string.Join(" | ", keys));
            calls.Add(string.Join(' ', _world.Platform.Calls));
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldBe("otp.wrong  | otp.wrong 2 | otp.wrong 1 | otp.newCodeNeeded  | otp.newCodeNeeded ");
        calls.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S_02_A_code_opens_only_in_the_browser_it_was_asked_for_in()
    {
        await _world.AskForCodeAsync();
        (await _world.EnterCodeAsync(_world.Platform.LatestCode(), browser: "another browser")).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task S_02_A_code_to_sign_in_does_not_confirm_an_act()
    {
        var ticket = await _world.SignInAsync();
        await _world.AskForCodeAsync(browser: "second", visitor: Stranger);
        (await _world.Get<EnterFreshCode>().ExecuteAsync(ticket.SessionId, _world.Platform.LatestCode(), HomePhone)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task S_03_A_code_opens_once()
    {
        await _world.AskForCodeAsync();
        var code = _world.Platform.LatestCode();
        (await _world.EnterCodeAsync(code)).IsSuccess.ShouldBeTrue();
        (await _world.EnterCodeAsync(code)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task S_03_Of_twenty_entries_of_the_right_code_at_once_one_signs_in()
    {
        await _world.AskForCodeAsync();
        var code = _world.Platform.LatestCode();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.EnterCodeAsync(code))));
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        await using var db = _world.OpenDatabase();
        (await db.Sessions.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task S_04_A_code_is_too_old_after_three_minutes_and_that_is_no_wrong_try()
    {
        await _world.AskForCodeAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(180));
        var calls = _world.Platform.Calls.Count;
        (await _world.EnterCodeAsync(_world.Platform.LatestCode())).Problem.ShouldBe(OtpProblems.Expired);
        _world.Platform.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task S_05_The_platform_never_sees_a_fifth_wrong_try()
    {
        await _world.AskForCodeAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.EnterCodeAsync(_world.WrongCode()))));
        _world.Platform.Calls.Count(call => string.Equals(call, FakeMosip.VerifyCode, StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task S_05_After_the_fourth_wrong_try_a_new_code_signs_in()
    {
        await _world.AskForCodeAsync();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await _world.EnterCodeAsync(_world.WrongCode());
        }

        (await _world.EnterCodeAsync(_world.Platform.LatestCode())).Problem.ShouldBe(OtpProblems.NewCodeNeeded);
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        (await _world.SignInAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task S_05_Ten_wrong_codes_in_a_day_pause_the_device_for_half_an_hour()
    {
        for (var round = 0; round < 3; round++)
        {
            (await _world.AskForCodeAsync()).IsSuccess.ShouldBeTrue();
            for (var attempt = 0; attempt < (round == 2 ? 2 : 4); attempt++)
            {
                await _world.EnterCodeAsync(_world.WrongCode());
            }

            _world.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        await _world.AskForCodeAsync();
        var refusal = (await _world.EnterCodeAsync(_world.Platform.LatestCode())).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(OtpProblems.DevicePaused.Key);
        refusal.Facts["at"].ShouldBe(_world.Clock.GetUtcNow().AddMinutes(20));
        _world.Clock.Advance(TimeSpan.FromMinutes(20));
        (await _world.SignInAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task S_06_A_second_code_within_thirty_seconds_is_refused_with_the_time_of_the_next()
    {
        await _world.AskForCodeAsync();
        var refusal = (await _world.AskForCodeAsync()).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(OtpProblems.TooSoon.Key);
        refusal.Facts["at"].ShouldBe(_world.Clock.GetUtcNow().AddSeconds(30));
    }

    [Fact]
    public async Task S_06_Three_codes_in_ten_minutes_are_sent_and_no_fourth_for_known_and_unknown_numbers_alike()
    {
        foreach (var number in (string[])[Meera, _world.Platform.UnknownUin])
        {
            for (var i = 0; i < 3; i++)
            {
                (await _world.AskForCodeAsync(number)).IsSuccess.ShouldBeTrue();
                _world.Clock.Advance(TimeSpan.FromSeconds(31));
            }

            (await _world.AskForCodeAsync(number)).Problem!.Key.ShouldBe(OtpProblems.TooSoon.Key);
        }
    }

    [Fact]
    public async Task S_06_Ten_codes_a_day_are_sent_and_no_eleventh()
    {
        for (var i = 0; i < 10; i++)
        {
            (await _world.AskForCodeAsync()).IsSuccess.ShouldBeTrue();
            _world.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        (await _world.AskForCodeAsync()).Problem!.Key.ShouldBe(OtpProblems.TooSoon.Key);
    }

    [Fact]
    public async Task S_06_Twenty_orders_at_once_send_one_code()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.AskForCodeAsync())));
        _world.Platform.Calls.Count(call => string.Equals(call, FakeMosip.SendCode, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task S_07_UIN_and_VID_of_a_person_share_one_count_and_the_page_does_not_tell()
    {
        (await _world.AskForCodeAsync(_world.Platform.VidOf(Meera), browser: "a")).IsSuccess.ShouldBeTrue();
        (await _world.AskForCodeAsync(Meera, browser: "b")).IsSuccess.ShouldBeTrue();
        _world.Platform.Calls.Count(call => string.Equals(call, FakeMosip.SendCode, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task S_08_A_stranger_who_uses_up_the_codes_of_a_number_does_not_stop_its_owner()
    {
        await _world.SignInAsync();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 3; i++)
        {
            await _world.AskForCodeAsync(browser: "stranger", visitor: Stranger);
            _world.Clock.Advance(TimeSpan.FromSeconds(31));
        }

        (await _world.AskForCodeAsync(browser: "stranger", visitor: Stranger)).Problem!.Key.ShouldBe(OtpProblems.TooSoon.Key);
        (await _world.SignInAsync(browser: "owner")).ShouldNotBeNull();
    }

    [Fact]
    public async Task R_35_After_a_code_that_came_too_late_another_is_asked_for_without_typing_the_number_again()
    {
        await _world.AskForCodeAsync();
        var late = _world.Platform.LatestCode();
        _world.Clock.Advance(TimeSpan.FromSeconds(181));
        (await _world.EnterCodeAsync(late)).Problem.ShouldBe(OtpProblems.Expired);
        (await _world.Get<AskForSignInCodeAgain>().ExecuteAsync("browser", OtpChannel.Email, HomePhone)).Value.Channel.ShouldBe(OtpChannel.Email);
        await _world.Get<SendCodes>().ExecuteAsync();
        (await _world.EnterCodeAsync(_world.Platform.LatestCode())).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_13_Another_code_can_come_by_the_other_way()
    {
        await _world.AskForCodeAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        await _world.Get<AskForSignInCodeAgain>().ExecuteAsync("browser", OtpChannel.Email, HomePhone);
        await _world.Get<SendCodes>().ExecuteAsync();
        _world.Platform.State.Outbox.Messages[0].Channel.ShouldBe("email");
    }

    [Fact]
    public async Task A_browser_that_asked_for_nothing_cannot_ask_again() =>
        (await _world.Get<AskForSignInCodeAgain>().ExecuteAsync("another browser", OtpChannel.Phone, HomePhone)).Problem.ShouldBe(OtpProblems.NoneActive);

    [Fact]
    public async Task A_code_that_is_not_a_number_is_no_wrong_try()
    {
        await _world.AskForCodeAsync();
        (await _world.EnterCodeAsync("abc")).Problem.ShouldBe(OtpProblems.NotACode);
        (await _world.EnterCodeAsync(_world.WrongCode())).Problem.ShouldBe(OtpProblems.Wrong);
    }

    [Fact]
    public async Task A_platform_that_cannot_be_reached_costs_no_try()
    {
        await _world.AskForCodeAsync();
        for (var i = 0; i < 6; i++)
        {
            _world.Platform.Next(FakeMosip.VerifyCode, CommonProblems.ServiceUnavailable);
            (await _world.EnterCodeAsync(_world.Platform.LatestCode())).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        }

        (await _world.EnterCodeAsync(_world.Platform.LatestCode())).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task An_outage_is_shown_on_the_code_page_alike_for_known_and_unknown_numbers()
    {
        foreach (var operation in (string[])[FakeMosip.FindIdentity, FakeMosip.SendCode])
        {
            foreach (var number in (string[])[Meera, _world.Platform.UnknownUin])
            {
                _world.Platform.Next(operation, CommonProblems.ServiceUnavailable);
                await _world.AskForCodeAsync(number, browser: number + operation);
                (await _world.Get<ShowSignInCode>().ExecuteAsync(number + operation)).Value.IsUnreachable.ShouldBeTrue();
                _world.Clock.Advance(TimeSpan.FromSeconds(31));
            }
        }
    }
}
