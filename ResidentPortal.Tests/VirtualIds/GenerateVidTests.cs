using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.VirtualIds;

public sealed class GenerateVidTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_temporary_VID_is_confirmed_by_reading_the_list_back()
    {
        var eventId = (await _world.GenerateVidAsync(_session, "Temporary")).Value;
        var receipt = await _world.ReceiptAsync(_session, eventId);
        receipt.State.ShouldBe(ActState.Confirmed);
        receipt.Kind.ShouldBe(ActKind.GenerateVid);
        var made = (await _world.VidsAsync(_session)).Vids[0];
        made.Type.ShouldBe(new VidType("TEMPORARY"));
        made.ExpiresAt.ShouldBe(_world.Clock.GetUtcNow().AddMinutes(30));
        receipt.Result.ShouldBe(new VidResult(made.Masked, ReplacedMasked: null) { Key = made.Key });
        made.Masked.ShouldMatch("^•{12}[0-9]{4}$");
    }

    [Fact]
    public async Task R_21_Twenty_presses_at_once_make_one_VID()
    {
        var order = new GenerateVidOrder(Guid.NewGuid(), new VidType("Temporary"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Get<GenerateVid>().ExecuteAsync(_session, order))));
        outcomes.Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(1);
        (await _world.VidsAsync(_session)).Vids.Count.ShouldBe(2);
    }

    [Fact]
    public async Task R_23_The_last_one_allowed_sent_a_second_time_shows_its_receipt_and_not_the_limit()
    {
        for (var i = 0; i < 4; i++)
        {
            await _world.GenerateVidAsync(_session, "Temporary");
        }

        var order = new GenerateVidOrder(Guid.NewGuid(), new VidType("Temporary"));
        var first = (await _world.Get<GenerateVid>().ExecuteAsync(_session, order)).Value;
        (await _world.Get<GenerateVid>().ExecuteAsync(_session, order)).Value.ShouldBe(first);
    }

    [Fact]
    public async Task A_sixth_temporary_VID_is_refused_by_the_policy_before_the_platform_is_asked()
    {
        for (var i = 0; i < 5; i++)
        {
            (await _world.GenerateVidAsync(_session, "Temporary")).IsSuccess.ShouldBeTrue();
        }

        var refusal = (await _world.GenerateVidAsync(_session, "Temporary")).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe("virtualIds.limitReached");
        refusal.Facts["most"].ShouldBe(5);
        _world.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(5);
        var type = (await _world.VidsAsync(_session)).Types!.Single(one => one.Policy.Type == new VidType("Temporary"));
        type.MayMake.ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_perpetual_VID_is_made_only_after_the_resident_agreed_that_it_replaces_the_first()
    {
        var before = (await _world.VidsAsync(_session)).Vids.ShouldHaveSingleItem();
        (await _world.GenerateVidAsync(_session, "Perpetual")).Problem!.Key.ShouldBe("virtualIds.wouldReplace");
        _world.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(0);

        var eventId = (await _world.GenerateVidAsync(_session, "Perpetual", replaces: true)).Value;
        var after = (await _world.VidsAsync(_session)).Vids.ShouldHaveSingleItem();
        after.Key.ShouldNotBe(before.Key);
        (await _world.ReceiptAsync(_session, eventId)).Result.ShouldBe(new VidResult(after.Masked, before.Masked) { Key = after.Key });
    }

    [Fact]
    public async Task A_type_that_the_policy_does_not_have_is_refused() =>
        (await _world.GenerateVidAsync(_session, "Golden")).Problem!.Key.ShouldBe("virtualIds.unknownType");

    [Fact]
    public async Task S_11_Without_a_fresh_code_the_wish_waits_and_a_code_runs_it_once()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var refusal = (await _world.GenerateVidAsync(_session, "Temporary")).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        _world.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(0);
        var eventId = (string)refusal.Facts["eventId"];

        (await _world.ProveAgainAsync(_session)).IsSuccess.ShouldBeTrue();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => _world.Get<ContinueAct>().ExecuteAsync(_session, eventId))));
        _world.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(1);
        (await _world.ReceiptAsync(_session, EventId.Stored(eventId))).State.ShouldBe(ActState.Confirmed);
    }

    [Fact]
    public async Task S_25_Another_residents_wish_cannot_be_seen_or_run()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var eventId = (string)(await _world.GenerateVidAsync(_session, "Temporary")).Problem!.Facts["eventId"];
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await _world.Get<ShowAct>().ExecuteAsync(other, eventId)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ContinueAct>().ExecuteAsync(other, eventId)).Problem.ShouldBe(CommonProblems.NotFound);
        _world.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(0);
    }

    [Fact]
    public async Task R_09_A_VID_whose_answer_was_lost_is_found_in_the_list()
    {
        _world.Platform.Next(FakeMosip.GenerateVid, CommonProblems.OutcomeUnknown, takesEffect: true);
        var eventId = (await _world.GenerateVidAsync(_session, "Temporary")).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Unknown);
        (await _world.VidsAsync(_session)).Open.ShouldBe(eventId);

        await PassAsync(5);
        var receipt = await _world.ReceiptAsync(_session, eventId);
        receipt.State.ShouldBe(ActState.Confirmed);
        var made = (await _world.VidsAsync(_session)).Vids[0];
        receipt.Result.ShouldBe(new VidResult(made.Masked, ReplacedMasked: null) { Key = made.Key });
        _world.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(1);
    }

    [Fact]
    public async Task R_22_Two_wishes_whose_answers_were_lost_are_each_told_their_own_number()
    {
        _world.Platform.Next(FakeMosip.GenerateVid, CommonProblems.OutcomeUnknown, takesEffect: true, times: 2);
        var first = (await _world.GenerateVidAsync(_session, "Temporary")).Value;
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = (await _world.GenerateVidAsync(_session, "Temporary")).Value;
        await PassAsync(6);
        var vids = (await _world.VidsAsync(_session)).Vids;
        ((VidResult)(await _world.ReceiptAsync(_session, first)).Result!).Masked.ShouldBe(vids[1].Masked);
        ((VidResult)(await _world.ReceiptAsync(_session, second)).Result!).Masked.ShouldBe(vids[0].Masked);
    }

    [Fact]
    public async Task R_07_A_wish_that_never_arrived_ends_as_not_done_after_the_last_look()
    {
        _world.Platform.Next(FakeMosip.GenerateVid, CommonProblems.OutcomeUnknown);
        var eventId = (await _world.GenerateVidAsync(_session, "Temporary")).Value;
        foreach (var seconds in (int[])[5, 5, 30, 120, 600, 3600])
        {
            await PassAsync(seconds);
        }

        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.SingleAsync(row => row.EventId == eventId.Value, TestContext.Current.CancellationToken)).State.ShouldBe(ActState.Failed);
        (await db.Notices.CountAsync(row => row.Kind == NoticeKind.VidNotGenerated, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task R_19_A_crash_between_the_platforms_answer_and_our_record_is_found_by_the_worker()
    {
        _world.Platform.AfterVidChange = () => throw new InvalidOperationException("The process was killed here.");
        var order = new GenerateVidOrder(Guid.NewGuid(), new VidType("Perpetual"), AcceptsReplacement: true);
        var before = (await _world.VidsAsync(_session)).Vids[0].Masked;
        await Should.ThrowAsync<InvalidOperationException>(() => _world.Get<GenerateVid>().ExecuteAsync(_session, order));
        _world.Platform.AfterVidChange = null;

        await PassAsync(46);
        var receipt = await _world.ReceiptAsync(_session, (await _world.Get<GenerateVid>().ExecuteAsync(_session, order)).Value);
        receipt.State.ShouldBe(ActState.Confirmed);
        var made = (await _world.VidsAsync(_session)).Vids[0];
        receipt.Result.ShouldBe(new VidResult(made.Masked, before) { Key = made.Key });
        _world.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(1);
    }

    [Fact]
    public async Task R_02_A_refusal_of_the_platform_ends_the_wish_and_is_told()
    {
        _world.Platform.Next(FakeMosip.GenerateVid, VirtualIdProblems.LimitReached);
        var eventId = (await _world.GenerateVidAsync(_session, "Temporary")).Value;
        var receipt = await _world.ReceiptAsync(_session, eventId);
        (receipt.State, receipt.Problem).ShouldBe((ActState.Refused, "virtualIds.limitReached"));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You asked for a stand-in number (temporary). It was not made. Your numbers are as they were. Request ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_12_The_resident_is_told_of_a_new_VID_without_its_number()
    {
        await _world.GenerateVidAsync(_session, "Temporary");
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You made a stand-in number (temporary). We checked. Request ", StringComparison.Ordinal));
        _world.Platform.EmailsTo(Meera).ShouldContain(text => text.StartsWith("A stand-in number was made", StringComparison.Ordinal));
        string[] numbers = [Meera, .. _world.Platform.State.Vids.Usable(Meera).Select(vid => vid.Vid)];
        numbers.Length.ShouldBe(3);
        _world.Platform.State.Outbox.Messages.ShouldAllBe(message => !numbers.Any(number => message.Text.Contains(number, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task S_51_A_VID_leaves_its_audit_row_and_the_trail_stays_whole()
    {
        var eventId = (await _world.GenerateVidAsync(_session, "Temporary")).Value;
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.SingleAsync(row => row.Event == AuditEvent.VidGenerated, TestContext.Current.CancellationToken)).EventId.ShouldBe(eventId.Value);
        (await _world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.Fault.ShouldBe(AuditFault.None);
    }

    [Fact]
    public async Task S_47_No_VID_stands_in_the_database_in_clear()
    {
        await _world.GenerateVidAsync(_session, "Temporary");
        var file = await _world.ReadDatabaseFileAsync();
        _world.Platform.State.Vids.Usable(Meera).ShouldAllBe(vid => !file.Contains(vid.Vid, StringComparison.Ordinal));
    }

    private async Task PassAsync(int seconds)
    {
        _world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
    }
}
