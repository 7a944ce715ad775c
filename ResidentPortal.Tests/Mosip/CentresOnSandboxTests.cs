using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sandbox;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Registration centres and papers against the sandbox, as an older platform and as a newer one.</summary>
public sealed class CentresOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => AdaptersOnSandboxTests.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Places_and_their_centres_are_found_in_the_readers_language_and_kept(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var centres = platform.Adapters.GetRequiredService<ICentres>();

        var region = (await centres.ListPlacesAsync(parent: null, "fra", Cancellation)).Value[0];
        var found = (await centres.ListAsync(region, "fra", Cancellation)).Value;
        await centres.ListAsync(region, "fra", Cancellation);

        (region.Name, region.LevelName).ShouldBe(("Rabat-Salé-Kénitra", "Région"));
        found.Select(centre => centre.Name).ShouldBe(["Centre de Kénitra", "Centre de Rabat-Agdal", "Centre de Sidi Kacem", "Centre mobile de Salé"]);
        found[0].Address.ShouldBe(["1 place du Port", "Ben Mansour"]);
        found[0].Point.ShouldBe(new GeoPoint(34.261, -6.5802));
        found[0].Hours.ShouldBe(new OpeningHours(new TimeOnly(9, 0), new TimeOnly(17, 0), new Pause(new TimeOnly(13, 0), new TimeOnly(14, 0))));
        (found[3].Phone, found[3].Hours!.Lunch).ShouldBe((null, null));
        platform.App.Calls.Count("masterdata.centres").ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task What_there_is_not_in_a_language_comes_in_the_countrys_own(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var centres = platform.Adapters.GetRequiredService<ICentres>();

        (await centres.ListAsync(place: null, "amh", Cancellation)).Value.Count.ShouldBe(5);
        (await centres.FindAsync("10001", "amh", Cancellation)).Value.Name.ShouldBe("Kenitra Centre");
        (await centres.ListNearAsync(new GeoPoint(34.26, -6.58), 1000, "amh", Cancellation)).Value.ShouldHaveSingleItem().Id.ShouldBe("10001");
        (await platform.Adapters.GetRequiredService<IPapers>().ListAsync("amh", Cancellation)).Value[0].Name.ShouldBe("Proof of identity");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Days_come_from_the_centre_or_from_its_week_and_holidays_from_this_year_and_the_next(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var centres = platform.Adapters.GetRequiredService<ICentres>();

        var days = await centres.ReadDaysAsync("10002", "ara", Cancellation);

        days.Working.ShouldBe([DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Saturday], ignoreOrder: true);
        (await centres.ReadDaysAsync("10004", "ara", Cancellation)).Working.ShouldBe([DayOfWeek.Sunday, DayOfWeek.Tuesday, DayOfWeek.Thursday], ignoreOrder: true);
        days.Holidays.Count.ShouldBe(8);
        days.Holidays.ShouldBeInOrder(SortDirection.Ascending, Comparer<Holiday>.Create((one, other) => one.Day.CompareTo(other.Day)));
        days.Holidays[0].Name.ShouldBe("رأس السنة");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task What_is_not_there_is_told_apart_from_a_platform_that_is_unwell(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var centres = platform.Adapters.GetRequiredService<ICentres>();

        (await centres.FindPlaceAsync("XXX", "eng", Cancellation)).Problem.ShouldBe(CommonProblems.NotFound);
        (await centres.FindAsync("99999", "eng", Cancellation)).Problem.ShouldBe(CommonProblems.NotFound);
        (await centres.ListNearAsync(new GeoPoint(0, 0), 1000, "eng", Cancellation)).Value.ShouldBeEmpty();
        platform.App.Faults.Set("masterdata.*", FaultNames.Http500);

        (await centres.FindPlaceAsync("RSK", "eng", Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await centres.ListAsync(place: null, "eng", Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await centres.FindAsync("10001", "eng", Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await platform.Adapters.GetRequiredService<IPapers>().ListAsync("eng", Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        var days = await centres.ReadDaysAsync("10001", "eng", Cancellation);
        (days.Working, days.Holidays.Count).ShouldBe((null, 0));
    }
}
