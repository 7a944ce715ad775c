using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;
using static ResidentPortal.Tests.World.TrackingSteps;

namespace ResidentPortal.Tests.Tracking;

/// <summary>The whole of a request, after a code to the contact on record.</summary>
public sealed class TrackingCodeTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private EventId _eventId = default!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _eventId = (await _world.ChangeLocksAsync((await _world.SignInAsync()).SessionId, Lock(AuthType.Fingerprint))).Value;
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        _world.Platform.State.Outbox.Clear();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_code_goes_to_the_registered_contact_and_shows_the_whole_receipt()
    {
        var ticket = await ProveAsync();
        var act = (await _world.ShowWholeAsync(_eventId.Value, ticket.Text)).Value.Act.ShouldNotBeNull();
        act.EventId.ShouldBe(_eventId);
        act.Order.ShouldBeOfType<LockOrder>().Changes.ShouldBe([new AuthTypeChange(AuthType.Fingerprint, Lock: true)]);
        ticket.ExpiresAt.ShouldBe(_world.Clock.GetUtcNow().AddMinutes(15));
    }

    [Fact]
    public async Task What_was_shown_is_told_to_the_registered_contact_in_words()
    {
        await ProveAsync();
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith(
            $"Someone with a code from this contact looked at a request of yours. Lock or unlock: It is done. Request {_eventId}. Was this not you? Open https://resident.example.org/not-me/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registration_of_a_centre_is_its_persons_once_the_record_has_it()
    {
        var rid = _world.AddRegistration(Meera, (0, "UIN_GENERATED", "PRINT_SERVICE"));
        (await _world.AskForTrackingCodeAsync(rid)).IsSuccess.ShouldBeTrue();
        var ticket = (await _world.EnterTrackingCodeAsync(rid, _world.Platform.LatestCode())).Value;
        var whole = (await _world.ShowWholeAsync(rid, ticket.Text)).Value;
        whole.Act.ShouldBeNull();
        whole.Registration!.State.ShouldBe(RegistrationState.Done);
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("Someone with a code from this contact looked at a request of yours. Registration: It is finished. Was this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_01_S_15_Where_nobody_is_known_the_answer_is_the_same_and_nothing_goes_out()
    {
        var known = (await _world.AskForTrackingCodeAsync(_eventId.Value)).Value;
        _world.Platform.State.Outbox.Clear();
        var rid = _world.AddRegistration(uin: null, (0, "PROCESSING", "PACKET_RECEIVER"));
        (await _world.AskForTrackingCodeAsync(rid)).Value.ShouldBe(known);
        (await _world.Get<ShowTrackingCode>().ExecuteAsync(rid, OpenBrowser, Cancellation)).Value.ShouldBe(known);
        _world.Platform.State.Outbox.LatestCode().ShouldBeNull();
        (await _world.EnterTrackingCodeAsync(rid, "123456")).Problem.ShouldBe(OtpProblems.Wrong);
        (await _world.EnterTrackingCodeAsync(_eventId.Value, "123456")).Problem.ShouldBe(OtpProblems.Wrong);
    }

    [Fact]
    public async Task S_02_The_code_of_one_browser_does_not_open_the_request_in_another_nor_another_request()
    {
        var other = (await _world.ChangeLocksAsync((await _world.SignInAsync(browser: "again")).SessionId, Lock(AuthType.Iris))).Value;
        (await _world.AskForTrackingCodeAsync(_eventId.Value)).Problem.ShouldBeNull();
        var code = _world.Platform.LatestCode();
        (await _world.EnterTrackingCodeAsync(_eventId.Value, code, browser: "a-browser-of-somebody-else-entirely")).Problem.ShouldBe(OtpProblems.NoneActive);
        (await _world.EnterTrackingCodeAsync(other.Value, code)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task S_02_What_the_code_gave_opens_this_request_in_this_browser_for_a_quarter_of_an_hour()
    {
        var ticket = (await ProveAsync()).Text;
        var other = (await _world.ChangeLocksAsync((await _world.SignInAsync(browser: "again")).SessionId, Lock(AuthType.Iris))).Value;
        (await _world.ShowWholeAsync(other.Value, ticket)).Problem.ShouldBe(TrackingProblems.CodeNeeded);
        (await _world.ShowWholeAsync(_eventId.Value, ticket, browser: "a-browser-of-somebody-else-entirely")).Problem.ShouldBe(TrackingProblems.CodeNeeded);
        (await _world.ShowWholeAsync(_eventId.Value, ticket: null)).Problem.ShouldBe(TrackingProblems.CodeNeeded);
        (await _world.ShowWholeAsync(_eventId.Value, "made up")).Problem.ShouldBe(TrackingProblems.CodeNeeded);
        (await _world.ShowWholeAsync(_eventId.Value, ticket)).IsSuccess.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        (await _world.ShowWholeAsync(_eventId.Value, ticket)).Problem.ShouldBe(TrackingProblems.CodeNeeded);
    }

    [Fact]
    public async Task S_02_A_sign_in_code_does_not_open_a_request_and_a_tracking_code_does_not_sign_in()
    {
        await _world.AskForCodeAsync(browser: OpenBrowser);
        (await _world.EnterTrackingCodeAsync(_eventId.Value, _world.Platform.LatestCode())).Problem.ShouldBe(OtpProblems.NoneActive);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.AskForTrackingCodeAsync(_eventId.Value, browser: "only-tracking");
        (await _world.EnterCodeAsync(_world.Platform.LatestCode(), browser: "only-tracking")).IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public async Task S_03_A_code_is_good_once()
    {
        await _world.AskForTrackingCodeAsync(_eventId.Value);
        var code = _world.Platform.LatestCode();
        (await _world.EnterTrackingCodeAsync(_eventId.Value, code)).IsSuccess.ShouldBeTrue();
        (await _world.EnterTrackingCodeAsync(_eventId.Value, code)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task S_05_After_the_fourth_wrong_try_a_new_code_is_needed_also_where_nobody_is_known()
    {
        var rid = _world.AddRegistration(uin: null, (0, "PROCESSING", "PACKET_RECEIVER"));
        foreach (var number in new[] { _eventId.Value, rid })
        {
            (await _world.AskForTrackingCodeAsync(number)).Problem.ShouldBeNull();
            List<string> answers = [];
            for (var i = 0; i < 5; i++)
            {
                answers.Add((await _world.EnterTrackingCodeAsync(number, "123456")).Problem!.Key);
            }

            answers.ShouldBe(["otp.wrong", "otp.wrong", "otp.wrong", "otp.newCodeNeeded", "otp.newCodeNeeded"]);
        }
    }

    [Fact]
    public async Task S_06_S_08_The_limit_told_is_that_of_the_request_and_says_nothing_of_the_persons_other_codes()
    {
        await _world.AskForCodeAsync();
        (await _world.AskForTrackingCodeAsync(_eventId.Value)).Problem.ShouldBeNull();
        (await _world.AskForTrackingCodeAsync(_eventId.Value)).Problem!.Key.ShouldBe("otp.tooSoon");
        (await _world.AskForTrackingCodeAsync(_eventId.Value, browser: "another-browser-of-a-stranger")).Problem!.Key.ShouldBe("otp.tooSoon");
    }

    [Fact]
    public async Task S_07_Behind_the_answer_the_person_is_counted_across_sign_in_and_requests()
    {
        await _world.AskForCodeAsync(visitor: Stranger);
        _world.Platform.State.Outbox.Clear();
        (await _world.AskForTrackingCodeAsync(_eventId.Value)).IsSuccess.ShouldBeTrue();
        _world.Platform.State.Outbox.LatestCode().ShouldBeNull();
    }

    [Fact]
    public async Task R_01_Whose_registration_it_is_cannot_be_read_and_the_answer_says_so_before_any_code_is_asked()
    {
        var rid = _world.AddRegistration(Meera, (0, "UIN_GENERATED", "PRINT_SERVICE"));
        _world.Platform.Next(FakeMosip.FindByRid, CommonProblems.ServiceUnavailable);
        (await _world.AskForTrackingCodeAsync(rid)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await _world.Get<ShowTrackingCode>().ExecuteAsync(rid, OpenBrowser, Cancellation)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task S_51_That_a_request_was_shown_is_in_the_trail_of_its_person()
    {
        await ProveAsync();
        await using var db = _world.OpenDatabase();
        var row = (await db.AuditRows.AsNoTracking().ToListAsync(Cancellation)).Single(one => one.Event is Core.Audit.AuditEvent.RequestShown);
        (row.Result, row.EventId).ShouldBe((Core.Audit.AuditResult.Success, _eventId.Value));
    }

    [Fact]
    public async Task Its_owner_who_is_signed_in_sees_it_without_a_code_and_nobody_else()
    {
        var mine = (await _world.SignInAsync(browser: "mine")).SessionId;
        (await _world.Get<ShowOwnRequest>().ExecuteAsync(mine, _eventId.Value, Cancellation)).Value.Act!.Kind.ShouldBe(ActKind.ChangeAuthLocks);
        var another = (await _world.SignInAsync(_world.Platform.UinWithPhoneOnly, "another")).SessionId;
        (await _world.Get<ShowOwnRequest>().ExecuteAsync(another, _eventId.Value, Cancellation)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ShowOwnRequest>().ExecuteAsync(Guid.Empty, _eventId.Value, Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }

    private async Task<TrackingTicket> ProveAsync()
    {
        (await _world.AskForTrackingCodeAsync(_eventId.Value)).Problem.ShouldBeNull();
        return (await _world.EnterTrackingCodeAsync(_eventId.Value, _world.Platform.LatestCode())).Value;
    }
}
