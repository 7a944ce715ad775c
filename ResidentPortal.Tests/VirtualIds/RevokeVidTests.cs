using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.VirtualIds;

public sealed class RevokeVidTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Stopping_a_perpetual_VID_tells_which_one_the_platform_made_in_its_place()
    {
        var old = (await _world.VidsAsync(_session)).Vids.ShouldHaveSingleItem();
        var eventId = (await _world.RevokeVidAsync(_session, old.Key)).Value;
        var restored = (await _world.VidsAsync(_session)).Vids.ShouldHaveSingleItem();
        var receipt = await _world.ReceiptAsync(_session, eventId);
        receipt.State.ShouldBe(ActState.Confirmed);
        receipt.Result.ShouldBe(new VidResult(restored.Masked, old.Masked) { Key = restored.Key });
        restored.Key.ShouldNotBe(old.Key);
    }

    [Fact]
    public async Task Stopping_a_temporary_VID_puts_nothing_in_its_place()
    {
        await _world.GenerateVidAsync(_session, "Temporary");
        var temporary = (await _world.VidsAsync(_session)).Vids[0];
        var eventId = (await _world.RevokeVidAsync(_session, temporary.Key)).Value;
        (await _world.ReceiptAsync(_session, eventId)).Result.ShouldBe(new VidResult(Masked: null, temporary.Masked));
        (await _world.VidsAsync(_session)).Vids.ShouldHaveSingleItem().Type.ShouldBe(new VidType("Perpetual"));
    }

    [Fact]
    public async Task The_platform_would_revoke_a_revoked_VID_again_and_the_portal_does_not_ask_it_to()
    {
        var old = (await _world.VidsAsync(_session)).Vids[0];
        await _world.RevokeVidAsync(_session, old.Key);
        (await _world.RevokeVidAsync(_session, old.Key)).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
        _world.Platform.CountOf(FakeMosip.RevokeVid).ShouldBe(1);
    }

    [Fact]
    public async Task S_25_Another_residents_VID_is_not_found_and_stays_in_use()
    {
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        var theirs = (await _world.VidsAsync(other)).Vids[0];
        (await _world.RevokeVidAsync(_session, theirs.Key)).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
        (await _world.Get<RevealVid>().ExecuteAsync(_session, theirs.Key)).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
        (await _world.Get<LabelVid>().ExecuteAsync(_session, theirs.Key, "mine")).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
        _world.Platform.CountOf(FakeMosip.RevokeVid).ShouldBe(0);
        (await _world.VidsAsync(other)).Vids.ShouldHaveSingleItem().Key.ShouldBe(theirs.Key);
    }

    [Fact]
    public async Task Who_signed_in_with_the_VID_stays_signed_in_and_can_still_confirm_with_a_code()
    {
        var byVid = (await _world.SignInAsync(_world.Platform.VidOf(Meera), browser: "by VID")).SessionId;
        var signedInWith = (await _world.VidsAsync(byVid)).Vids.Single(vid => vid.IsSignInNumber);
        (await _world.RevokeVidAsync(byVid, signedInWith.Key)).IsSuccess.ShouldBeTrue();

        (await _world.Get<CheckSession>().ExecuteAsync(byVid, isSeen: true)).IsSuccess.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        (await _world.ProveAgainAsync(byVid)).IsSuccess.ShouldBeTrue();
        (await _world.GenerateVidAsync(byVid, "Temporary")).IsSuccess.ShouldBeTrue();
        (await _world.VidsAsync(byVid)).Vids.ShouldAllBe(vid => !vid.IsSignInNumber);
    }

    [Fact]
    public async Task R_09_A_revocation_whose_answer_was_lost_is_found_by_what_is_gone()
    {
        var old = (await _world.VidsAsync(_session)).Vids[0];
        _world.Platform.Next(FakeMosip.RevokeVid, CommonProblems.OutcomeUnknown, takesEffect: true);
        var eventId = (await _world.RevokeVidAsync(_session, old.Key)).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Unknown);
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        var restored = (await _world.VidsAsync(_session)).Vids[0];
        (await _world.ReceiptAsync(_session, eventId)).Result.ShouldBe(new VidResult(restored.Masked, old.Masked) { Key = restored.Key });
    }

    [Fact]
    public async Task R_21_Twenty_presses_at_once_stop_one_VID_and_restore_one()
    {
        var old = (await _world.VidsAsync(_session)).Vids[0];
        var order = new RevokeVidOrder(Guid.NewGuid(), old.Key);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Get<RevokeVid>().ExecuteAsync(_session, order))));
        outcomes.Where(outcome => outcome.IsSuccess).Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.RevokeVid).ShouldBe(1);
        (await _world.VidsAsync(_session)).Vids.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S_11_Without_a_fresh_code_the_wish_waits_with_the_number_masked()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var vid = (await _world.VidsAsync(_session)).Vids[0];
        var refusal = (await _world.RevokeVidAsync(_session, vid.Key)).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        var draft = (await _world.Get<ShowAct>().ExecuteAsync(_session, (string)refusal.Facts["eventId"])).Value;
        ((RevokeVidOrder)draft.Order).Masked.ShouldBe(vid.Masked);
        _world.Platform.CountOf(FakeMosip.RevokeVid).ShouldBe(0);
    }

    [Fact]
    public async Task S_12_The_resident_is_told_and_the_label_goes_with_the_number()
    {
        var vid = (await _world.VidsAsync(_session)).Vids[0];
        await _world.Get<LabelVid>().ExecuteAsync(_session, vid.Key, "Bank");
        await _world.RevokeVidAsync(_session, vid.Key);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You stopped a stand-in number (permanent). Nobody can use it any more. We checked. Request ", StringComparison.Ordinal));
        await using var db = _world.OpenDatabase();
        (await db.KnownVids.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }
}
