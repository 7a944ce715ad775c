using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Notifications;

public sealed class SendNoticesTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task R_20_A_crash_while_sending_repeats_at_most_the_message_that_was_on_its_way()
    {
        await LockAsync(Meera);

        // The text message is out and written down; then the process dies before the e-mail.
        _world.Platform.Next(FakeMosip.SendEmail, CommonProblems.ServiceUnavailable);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(3));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).Count(IsLockMessage).ShouldBe(1);
        _world.Platform.EmailsTo(Meera).Count(text => text.Contains("Your locks were changed", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task R_20_A_notice_that_a_dead_worker_had_taken_is_due_again_when_its_lease_is_over()
    {
        await LockAsync(Meera);
        await using (var db = _world.OpenDatabase())
        {
            var lease = _world.Clock.GetUtcNow().AddMinutes(2);
            await db.Notices.ExecuteUpdateAsync(update => update.SetProperty(row => row.NextTryAt, lease).SetProperty(row => row.Tries, 1), TestContext.Current.CancellationToken);
        }

        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).Count(IsLockMessage).ShouldBe(0);
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).Count(IsLockMessage).ShouldBe(1);
    }

    [Fact]
    public async Task A_notifier_that_is_down_is_tried_again_with_growing_pauses_for_a_day()
    {
        await LockAsync(Meera);
        _world.Platform.Next(FakeMosip.SendSms, CommonProblems.ServiceUnavailable, times: 100);
        _world.Platform.Next(FakeMosip.SendEmail, CommonProblems.ServiceUnavailable, times: 100);
        for (var minutes = 0; minutes < 25 * 60; minutes += 5)
        {
            await _world.Get<SendNotices>().ExecuteAsync();
            _world.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        await using var db = _world.OpenDatabase();
        var notice = await db.Notices.SingleAsync(row => row.Kind == NoticeKind.LocksChanged, TestContext.Current.CancellationToken);
        notice.NextTryAt.ShouldBeNull();
        notice.Sms.ShouldBe(DeliveryState.GivenUp);
        notice.Tries.ShouldBe(8);
    }

    [Fact]
    public async Task The_platforms_own_template_comes_before_our_sentence()
    {
        _world.Platform.Templates[("eng", "lock-unlock-auth-success_SMS")] = "Dear $name, $eventDetails, id ${eventId}. $!missing";
        await LockAsync(Meera);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("Dear Meera Kaldan, Your locks were changed, id ", StringComparison.Ordinal)
            && text.Contains("Was this not you? Open https://resident.example.org/not-me/", StringComparison.Ordinal));
    }

    [Fact]
    public void S_67_A_value_is_never_read_as_template() =>
        VelocityText.Fill("$name $eventId", new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "$eventId", ["eventId"] = "1" }).ShouldBe("$eventId 1");

    [Theory]
    [InlineData("3741891571", "مقفل الآن: بصمة الإصبع.")]
    [InlineData("4195891024", "Verrouillé maintenant : empreinte digitale.")]
    public async Task A_notice_is_in_the_language_the_resident_has_on_record(string uin, string begin)
    {
        await LockAsync(uin);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(uin).ShouldContain(text => text.StartsWith(begin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Someone_without_an_e_mail_gets_the_text_message_and_the_notice_is_over()
    {
        var uin = _world.Platform.UinWithPhoneOnly;
        await LockAsync(uin);
        await _world.Get<SendNotices>().ExecuteAsync();
        await using var db = _world.OpenDatabase();
        var notice = await db.Notices.SingleAsync(row => row.Kind == NoticeKind.LocksChanged, TestContext.Current.CancellationToken);
        (notice.Sms, notice.Email, notice.NextTryAt).ShouldBe((DeliveryState.Sent, DeliveryState.NoContact, null));
    }

    private static bool IsLockMessage(string text) => text.StartsWith("Now locked: fingerprint.", StringComparison.Ordinal);

    private async Task LockAsync(string uin)
    {
        var session = (await _world.SignInAsync(uin)).SessionId;
        (await _world.ChangeLocksAsync(session, Lock(AuthType.Fingerprint))).IsSuccess.ShouldBeTrue();
    }
}
