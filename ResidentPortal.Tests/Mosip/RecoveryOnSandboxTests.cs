using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Recovery;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The search for lost RIDs and the identities behind them against the sandbox, as an older platform and as a newer one.</summary>
public sealed class RecoveryOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => ["1.2.0.1", "1.3"];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_registration_is_found_by_name_and_contact_and_leads_to_its_identity(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var search = platform.Adapters.GetRequiredService<ILostRegistrations>();

        (await search.MaySearchAsync(Cancellation)).ShouldBeTrue();
        var rid = (await search.SearchAsync(new LostSearch("meera KALDAN", "9876500001", Email: null), Cancellation)).Value.ShouldHaveSingleItem();
        var person = (await platform.Adapters.GetRequiredService<ILostPersons>().FindAsync(rid, Cancellation)).Value;

        rid.Reveal().ShouldBe("10001101010100020250103080000");
        (person.Uin.Reveal(), person.Status, person.Phone, person.Email, person.PostalCode)
            .ShouldBe(("4952408651", IdentityStatus.Activated, "9876500001", "meera.k@example.org", "14022"));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_contact_that_does_not_belong_to_the_name_finds_none_and_two_who_share_both_are_two(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var search = platform.Adapters.GetRequiredService<ILostRegistrations>();

        (await search.SearchAsync(new LostSearch("Meera Kaldan", "9876500002", Email: null), Cancellation)).Value.ShouldBeEmpty();
        (await search.SearchAsync(new LostSearch("Jonas Weber", "9876500032", Email: null), Cancellation)).Value.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task A_registration_that_is_not_processed_has_no_identity_yet(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        Rid.TryParse("10001100100010320260520101545", out var rid).ShouldBeTrue();
        (await platform.Adapters.GetRequiredService<ILostPersons>().FindAsync(rid, Cancellation)).Problem.ShouldBe(ProfileProblems.UnknownPerson);
    }

    [Fact]
    public async Task A_client_without_the_role_is_turned_away_and_knows_why()
    {
        await using var app = new Sandbox.SandboxApp(new Sandbox.SandboxOptions { Url = "http://127.0.0.1:0", ResidentMaySearch = false });
        await app.StartAsync(Cancellation);
        await using var adapters = PlatformStub.Adapters(new Uri(app.Url), new CapturedLog());
        var search = adapters.GetRequiredService<ILostRegistrations>();

        (await search.MaySearchAsync(Cancellation)).ShouldBeFalse();
        (await search.SearchAsync(new LostSearch("Meera Kaldan", "9876500001", Email: null), Cancellation)).Problem.ShouldBe(RecoveryProblems.NotAllowed);
    }

    [Fact]
    public async Task R_10_A_search_that_stumbles_is_told_as_an_outage()
    {
        await using var platform = platforms.Fresh("1.3");
        platform.App.Faults.Set("regproc.lostsearch", Sandbox.FaultNames.Http500);
        (await platform.Adapters.GetRequiredService<ILostRegistrations>().SearchAsync(new LostSearch("Meera Kaldan", "9876500001", Email: null), Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }
}
