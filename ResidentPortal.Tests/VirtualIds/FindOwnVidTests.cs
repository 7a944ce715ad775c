using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.VirtualIds;

/// <summary>A VID by its digits, and the list with whole numbers: for programs of the resident alone.</summary>
public sealed class FindOwnVidTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task One_of_ones_own_is_found_and_stopped_by_its_digits()
    {
        var key = (await FindAsync(_world.Platform.VidOf(Meera))).Value;
        key.ShouldBe((await _world.VidsAsync(_session)).Vids[0].Key);
        (await _world.RevokeVidAsync(_session, key)).IsSuccess.ShouldBeTrue();
        (await FindAsync(_world.Platform.VidOf(Meera))).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
    }

    [Fact]
    public async Task S_25_Somebody_elses_is_told_apart_from_one_that_nobody_has()
    {
        (await FindAsync(_world.Platform.VidOf(Residents.Priya))).Problem.ShouldBe(VirtualIdProblems.Others);
        (await FindAsync(Sandbox.IdentifierRules.NextVid(new Random(7)))).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("4952408651")]
    public async Task What_is_no_VID_is_unknown_and_asks_nobody(string? digits)
    {
        var calls = _world.Platform.Calls.Count;
        (await FindAsync(digits)).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
        _world.Platform.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task S_06_After_ten_strange_numbers_in_an_hour_every_other_is_unknown_and_nobody_is_asked()
    {
        var theirs = _world.Platform.VidOf(Residents.Priya);
        for (var i = 0; i < 10; i++)
        {
            (await FindAsync(theirs)).Problem.ShouldBe(VirtualIdProblems.Others);
        }

        var asked = _world.Platform.CountOf(FakeMosip.FindIdentity);
        (await FindAsync(theirs)).Problem.ShouldBe(VirtualIdProblems.UnknownVid);
        _world.Platform.CountOf(FakeMosip.FindIdentity).ShouldBe(asked);
        (await FindAsync(_world.Platform.VidOf(Meera))).IsSuccess.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromHours(1));
        var again = (await _world.SignInAsync(browser: "again")).SessionId;
        (await _world.Get<FindOwnVid>().ExecuteAsync(again, theirs, Cancellation)).Problem.ShouldBe(VirtualIdProblems.Others);
    }

    [Fact]
    public async Task A_platform_that_is_away_is_said_so_and_without_a_sign_in_nothing_is()
    {
        _world.Platform.Next(FakeMosip.FindIdentity, CommonProblems.ServiceUnavailable);
        (await FindAsync(_world.Platform.VidOf(Residents.Priya))).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await _world.Get<FindOwnVid>().ExecuteAsync(Guid.NewGuid(), _world.Platform.VidOf(Meera), Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<RevealOwnVids>().ExecuteAsync(Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }

    [Fact]
    public async Task The_list_has_the_numbers_whole_masked_as_text_and_is_audited()
    {
        await _world.GenerateVidAsync(_session, "Temporary");
        var listed = (await _world.Get<RevealOwnVids>().ExecuteAsync(_session, Cancellation)).Value;
        listed.Select(one => one.Vid.Reveal()).ShouldBe(_world.Platform.State.Vids.Usable(Meera).Reverse().Select(vid => vid.Vid), ignoreOrder: true);
        listed.ShouldAllBe(one => !one.ToString().Contains(one.Vid.Reveal(), StringComparison.Ordinal) && one.Entry.Masked == one.Vid.ToString());
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.SingleAsync(row => row.Event == AuditEvent.VidRevealed, Cancellation)).Note.ShouldBe("list");
    }

    [Fact]
    public async Task Whose_sign_in_number_would_be_replaced_is_told_so()
    {
        (await _world.VidsAsync(_session)).Types!.ShouldAllBe(type => !type.OldestIsSignInNumber);
        var byVid = (await _world.SignInAsync(_world.Platform.VidOf(Meera), browser: "by VID")).SessionId;
        (await _world.VidsAsync(byVid)).Types!.Single(type => type.OldestIsSignInNumber).Policy.Type.ShouldBe(new VidType("Perpetual"));
    }

    private Task<Outcome<string>> FindAsync(string? digits) => _world.Get<FindOwnVid>().ExecuteAsync(_session, digits, Cancellation);
}
