using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Updates;

public sealed class SendUpdateTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_was_checked_is_handed_in_as_one_packet_with_its_paper()
    {
        await _world.PreparePostalCodeAsync(_session);
        var shown = await _world.CheckAsync(_session);
        shown.Changes.ShouldHaveSingleItem().New.ShouldBe([new ShownText(Language: null, "20100")]);
        shown.Papers.ShouldHaveSingleItem().Type.ShouldBe("Rental contract");

        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        var packet = _world.Platform.Packets.ShouldHaveSingleItem();
        packet.Process.ShouldBe(PacketProcess.Update);
        packet.Uin.Reveal().ShouldBe(Meera);
        packet.Fields.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("postalCode", FieldValue.Of("20100")));
        packet.Documents.ShouldHaveSingleItem().Type.ShouldBe("RNC");
        packet.Holder.ShouldBe(new PacketHolder("Meera Kaldan", "9876500001", "meera.k@example.org"));

        var receipt = await _world.ReceiptAsync(_session, eventId);
        receipt.State.ShouldBe(ActState.Accepted);
        ((UpdateProgress)receipt.Result!).Rid.ShouldBe(_world.LastRid());
        ((UpdateOrder)receipt.Order).Labels["fra"].ShouldBe(["Code postal"]);
    }

    [Fact]
    public async Task It_is_followed_through_its_stages_and_ends_with_the_record_changed_and_nothing_kept()
    {
        await _world.PreparePostalCodeAsync(_session);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var early = (await _world.Get<ShowUpdateProgress>().ExecuteAsync(_session, eventId.Value)).Value;
        early.State.ShouldBe(ActState.Accepted);
        ((UpdateProgress)early.Result!).Stage.ShouldBe(RegistrationStage.Received);

        var done = await _world.LetPassAsync(_session, eventId);
        done.State.ShouldBe(ActState.Confirmed);
        done.Kind.StatusCode(done.State).ShouldBe("DATA_UPDATED");
        (await _world.UpdateAsync(_session)).Fields.Single(field => field.Field.Name is "postalCode").Present[0].Text.ShouldBe("20100");
        await using var db = _world.OpenDatabase();
        db.UpdateDocuments.ShouldBeEmpty();
        (await db.UpdateDrafts.SingleAsync()).SealedAnswers.ShouldBeEmpty();
    }

    [Fact]
    public async Task R_21_Twenty_presses_at_once_hand_in_one_packet()
    {
        await _world.PreparePostalCodeAsync(_session);
        var order = await _world.OrderAsync(_session);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Get<SendUpdate>().ExecuteAsync(_session, order))));
        outcomes.Where(outcome => outcome.IsSuccess).Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
        (await _world.Get<SendUpdate>().ExecuteAsync(_session, order)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task R_22_Answers_that_were_changed_in_another_window_are_not_sent_unseen()
    {
        await _world.PreparePostalCodeAsync(_session);
        var order = await _world.OrderAsync(_session);
        await _world.AnswerAsync(_session, "postalCode", "20200");
        (await _world.Get<SendUpdate>().ExecuteAsync(_session, order)).Problem.ShouldBe(UpdateProblems.ChangedElsewhere);
        _world.Platform.Packets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_sent_without_agreement_or_with_a_task_left()
    {
        await _world.ChooseAsync(_session, "postalCode");
        await _world.AnswerAsync(_session, "postalCode", "20100");
        (await _world.Get<CheckUpdate>().ExecuteAsync(_session, HomePhone, Core.Languages.Language.English)).Problem.ShouldBe(UpdateProblems.NotReady);
        await _world.AttachAsync(_session);
        var order = await _world.OrderAsync(_session);
        (await _world.Get<SendUpdate>().ExecuteAsync(_session, order with { IsConsented = false })).Problem.ShouldBe(UpdateProblems.NoConsent);
        _world.Platform.Packets.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_11_Without_a_fresh_code_the_wish_waits_and_a_code_runs_it_once()
    {
        await _world.PreparePostalCodeAsync(_session);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var eventId = (string)(await _world.SendUpdateAsync(_session)).Problem!.Facts["eventId"];
        _world.Platform.Packets.ShouldBeEmpty();
        (await _world.ProveAgainAsync(_session)).IsSuccess.ShouldBeTrue();
        (await _world.Get<ContinueAct>().ExecuteAsync(_session, eventId)).IsSuccess.ShouldBeTrue();
        _world.Platform.Packets.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S_25_Nobody_sends_another_residents_answers()
    {
        await _world.PreparePostalCodeAsync(_session);
        var order = await _world.OrderAsync(_session);
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await _world.Get<SendUpdate>().ExecuteAsync(other, order)).Problem.ShouldBe(UpdateProblems.NoDraft);
        _world.Platform.Packets.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_one_is_on_its_way_it_is_shown_first_and_there_is_no_other()
    {
        await _world.PreparePostalCodeAsync(_session);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        var pending = (await _world.UpdateAsync(_session)).Pending.ShouldHaveSingleItem();
        pending.EventId.ShouldBe(eventId);
        pending.Labels.ShouldBe(["Postal code"]);
        pending.MayDiscard.ShouldBeTrue();
        (await _world.ChooseAsync(_session, "email")).Problem!.Key.ShouldBe("updates.pending");
    }

    [Fact]
    public async Task R_02_A_platform_that_cannot_be_reached_leaves_the_answers_open_and_says_that_nothing_was_sent()
    {
        await _world.PreparePostalCodeAsync(_session);
        _world.Platform.Next(FakeMosip.SendPacket, CommonProblems.ServiceUnavailable);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Failed);
        (await _world.UpdateAsync(_session)).Draft!.IsReady.ShouldBeTrue();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("Your change of data could not be sent. Your record stays as it was, and your answers are kept.", StringComparison.Ordinal));

        (await _world.SendUpdateAsync(_session)).IsSuccess.ShouldBeTrue();
        _world.Platform.Packets.Select(packet => packet.Rid).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task R_09_Silence_after_a_packet_that_arrived_is_unknown_until_the_platform_is_looked_at()
    {
        await _world.PreparePostalCodeAsync(_session);
        _world.Platform.Next(FakeMosip.SendPacket, CommonProblems.OutcomeUnknown, takesEffect: true);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Unknown);
        (await _world.ChooseAsync(_session, "email")).Problem!.Key.ShouldBe("updates.pending");

        _world.Clock.Advance(TimeSpan.FromSeconds(6));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Accepted);
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
    }

    [Fact]
    public async Task R_09_Silence_after_a_packet_that_never_arrived_ends_as_not_sent_and_opens_the_answers()
    {
        await _world.PreparePostalCodeAsync(_session);
        _world.Platform.Next(FakeMosip.SendPacket, CommonProblems.OutcomeUnknown);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        for (var i = 0; i < 6; i++)
        {
            _world.Clock.Advance(TimeSpan.FromHours(2));
            await _world.Get<LookAgainAtActs>().ExecuteAsync();
        }

        var session = (await _world.SignInAsync(browser: "later")).SessionId;
        (await _world.ReceiptAsync(session, eventId)).State.ShouldBe(ActState.Failed);
        (await _world.UpdateAsync(session)).Draft!.IsReady.ShouldBeTrue();
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
    }

    [Fact]
    public async Task R_19_Stopped_between_the_platforms_answer_and_ours_it_is_found_by_its_RID()
    {
        await _world.PreparePostalCodeAsync(_session);
        _world.Platform.AfterPacket = () => throw new OperationCanceledException("The process ends here.");
        await Should.ThrowAsync<OperationCanceledException>(() => _world.SendUpdateAsync(_session));
        _world.Platform.AfterPacket = null;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        (await _world.UpdateAsync(_session)).Pending.ShouldHaveSingleItem().EventId.ShouldNotBeNull();
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
    }

    [Fact]
    public async Task A_platform_that_takes_no_such_packets_is_told_plainly_and_the_answers_stay()
    {
        await _world.PreparePostalCodeAsync(_session);
        _world.Platform.Next(FakeMosip.SendPacket, PacketProblems.NotTaken);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        var receipt = await _world.ReceiptAsync(_session, eventId);
        receipt.State.ShouldBe(ActState.Refused);
        receipt.Problem.ShouldBe(PacketProblems.NotTaken.Key);
        (await _world.UpdateAsync(_session)).Draft.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refused_one_opens_again_with_all_answers_and_only_the_paper_is_asked_again()
    {
        await _world.PreparePostalCodeAsync(_session);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        _world.Platform.State.RejectPacket(_world.LastRid()).ShouldBeTrue();
        (await _world.Get<ShowUpdateProgress>().ExecuteAsync(_session, eventId.Value)).Value.State.ShouldBe(ActState.Refused);
        (await _world.UpdateAsync(_session)).Returned.ShouldBe(eventId);

        (await _world.Get<ReopenUpdate>().ExecuteAsync(_session, HomePhone, eventId.Value)).IsSuccess.ShouldBeTrue();
        var draft = (await _world.UpdateAsync(_session)).Draft.ShouldNotBeNull();
        draft.Tasks.Select(task => $"{task.Field.Name} {task.State}").ShouldBe(["postalCode Done", "proofOfAddress Again"]);
        draft.IsReady.ShouldBeFalse();
        await _world.AttachAsync(_session);
        (await _world.SendUpdateAsync(_session)).IsSuccess.ShouldBeTrue();
        _world.Platform.Packets.Count.ShouldBe(2);
    }

    [Fact]
    public async Task S_25_Nobody_reopens_another_residents_update()
    {
        await _world.PreparePostalCodeAsync(_session);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await _world.Get<ReopenUpdate>().ExecuteAsync(other, HomePhone, eventId.Value)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ShowUpdateProgress>().ExecuteAsync(other, eventId.Value)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task The_resident_is_told_with_the_request_number_when_it_was_sent_and_again_when_it_was_done()
    {
        await _world.PreparePostalCodeAsync(_session);
        var eventId = (await _world.SendUpdateAsync(_session)).Value;
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.Contains(Digits.Group(_world.LastRid()), StringComparison.Ordinal) && text.Contains(eventId.Value, StringComparison.Ordinal));
        await _world.LetPassAsync(_session, eventId);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("The change of data that you asked for is done.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Papers_are_forgotten_seven_days_after_they_were_sent_and_the_answers_stay()
    {
        await _world.PreparePostalCodeAsync(_session);
        await _world.SendUpdateAsync(_session);
        _world.Clock.Advance(TimeSpan.FromDays(8));
        await _world.Get<ForgetDrafts>().ExecuteAsync();
        await using var db = _world.OpenDatabase();
        db.UpdateDocuments.ShouldBeEmpty();
        (await db.UpdateDrafts.SingleAsync()).State.ShouldBe(DraftState.Sent);
    }

    [Fact]
    public async Task The_trail_has_the_paper_and_the_update_without_a_word_of_them()
    {
        await _world.PreparePostalCodeAsync(_session);
        await _world.SendUpdateAsync(_session);
        await using var db = _world.OpenDatabase();
        var events = await db.AuditRows.Select(row => row.Event).ToListAsync();
        events.ShouldContain(AuditEvent.DocumentAdded);
        events.ShouldContain(AuditEvent.IdentityUpdated);
        (await _world.ReadDatabaseFileAsync()).ShouldNotContain(_world.LastRid());
    }
}
