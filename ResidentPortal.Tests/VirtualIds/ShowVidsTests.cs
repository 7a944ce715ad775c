using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.VirtualIds;

public sealed class ShowVidsTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_VID_without_an_end_has_no_date_in_the_year_9999()
    {
        var vid = (await _world.VidsAsync(_session)).Vids.ShouldHaveSingleItem();
        (vid.ExpiresAt, vid.Uses, vid.UsesLeft).ShouldBe((null, null, null));
        vid.Masked.ShouldBe("••••••••••••1546");
    }

    [Fact]
    public async Task No_VIDs_is_an_empty_list_and_something_can_be_made()
    {
        _world.Platform.State.ChangeVid(_world.Platform.VidOf(Meera), "EXPIRED");
        var overview = await _world.VidsAsync(_session);
        overview.Vids.ShouldBeEmpty();
        overview.Types!.ShouldAllBe(type => type.MayMake && !type.Replaces);
    }

    [Fact]
    public async Task The_uses_left_are_the_limit_less_what_organisations_have_used()
    {
        await _world.GenerateVidAsync(_session, "Temporary");
        var digits = _world.Platform.State.Vids.Usable(Meera)[^1].Vid;
        _world.Platform.State.Authentications.Add(new ResidentPortal.Sandbox.AuthenticationRow(
            "1111111111", _world.Clock.GetUtcNow(), "DEMO-AUTH", Succeeded: true, "Demographic Authentication Success", Meera, digits, "VID", "Acme Bank"));
        var vid = (await _world.VidsAsync(_session)).Vids[0];
        (vid.Uses, vid.UsesLeft).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Where_the_platform_cannot_tell_the_uses_nothing_is_made_up()
    {
        await _world.GenerateVidAsync(_session, "Temporary");
        _world.Platform.TellsVidUses = false;
        (await _world.VidsAsync(_session)).Vids[0].UsesLeft.ShouldBeNull();
        _world.Platform.TellsVidUses = true;
        _world.Platform.Next(FakeMosip.CountVidUses, CommonProblems.ServiceUnavailable);
        (await _world.VidsAsync(_session)).Vids[0].UsesLeft.ShouldBeNull();
    }

    [Fact]
    public async Task Without_the_policy_the_list_stands_and_nothing_can_be_made()
    {
        _world.Platform.Next(FakeMosip.ReadVidPolicy, CommonProblems.ServiceUnavailable);
        var overview = await _world.VidsAsync(_session);
        overview.Types.ShouldBeNull();
        overview.Vids.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_VID_that_has_run_out_is_gone_from_the_list_also_when_the_platform_still_sends_it()
    {
        await _world.GenerateVidAsync(_session, "Temporary");
        _world.Clock.Advance(TimeSpan.FromMinutes(30));
        var again = (await _world.SignInAsync(browser: "later")).SessionId;
        (await _world.VidsAsync(again)).Vids.ShouldHaveSingleItem().Type.ShouldBe(new VidType("Perpetual"));
    }

    [Fact]
    public async Task S_48_A_look_at_the_digits_is_counted_and_stands_in_the_residents_own_history()
    {
        var vid = (await _world.VidsAsync(_session)).Vids[0];
        var shown = (await _world.Get<RevealVid>().ExecuteAsync(_session, vid.Key)).Value;
        shown.Digits.ShouldBe(_world.Platform.VidOf(Meera));
        shown.Grouped.ShouldBe("4913 0896 8570 1546");
        shown.Until.ShouldBe(_world.Clock.GetUtcNow().AddSeconds(30));
        await _world.Get<RevealVid>().ExecuteAsync(_session, vid.Key);

        var after = (await _world.VidsAsync(_session)).Vids[0];
        (after.TimesRevealed, after.RevealedAt).ShouldBe((2, _world.Clock.GetUtcNow()));
        (await _world.Get<ListRecentRequests>().ExecuteAsync(_session)).Value.Select(request => (request.Kind, request.State))
            .ShouldBe([(ActKind.RevealVid, ActState.Confirmed), (ActKind.RevealVid, ActState.Confirmed)]);
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.VidRevealed, TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact]
    public async Task A_label_is_kept_sealed_shown_to_its_owner_and_taken_away_by_a_blank()
    {
        var vid = (await _world.VidsAsync(_session)).Vids[0];
        (await _world.Get<LabelVid>().ExecuteAsync(_session, vid.Key, "  البنك\u202E ")).IsSuccess.ShouldBeTrue();
        (await _world.VidsAsync(_session)).Vids[0].Label.ShouldBe("البنك");
        await using (var db = _world.OpenDatabase())
        {
            (await db.KnownVids.SingleAsync(TestContext.Current.CancellationToken)).SealedLabel.ShouldNotBeNull().ShouldNotContain("البنك");
        }

        (await _world.Get<LabelVid>().ExecuteAsync(_session, vid.Key, "   ")).IsSuccess.ShouldBeTrue();
        (await _world.VidsAsync(_session)).Vids[0].Label.ShouldBeNull();
    }

    [Fact]
    public async Task A_label_of_thirty_letters_is_taken_and_one_more_is_refused()
    {
        var vid = (await _world.VidsAsync(_session)).Vids[0];
        (await _world.Get<LabelVid>().ExecuteAsync(_session, vid.Key, new string('क', 30))).IsSuccess.ShouldBeTrue();
        var refusal = (await _world.Get<LabelVid>().ExecuteAsync(_session, vid.Key, new string('k', 31))).Problem.ShouldNotBeNull();
        (refusal.Key, refusal.Facts["most"]).ShouldBe(("virtualIds.labelTooLong", 30));
    }
}
