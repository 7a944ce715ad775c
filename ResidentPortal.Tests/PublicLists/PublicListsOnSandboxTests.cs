using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.PublicLists;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.Mosip;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.PublicLists;

/// <summary>The public lists over the wire against the sandbox, as an older platform and as a newer one.</summary>
public sealed class PublicListsOnSandboxTests(SandboxPlatforms platforms) : IClassFixture<SandboxPlatforms>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Profiles => AdaptersOnSandboxTests.Profiles;

    public static TheoryData<PublicList, string> Lists => new()
    {
        { new PlaceLevels("fra"), "Région" },
        { new PlaceLevelsInAll(ChangedSince: null), "الجهة" },
        { new PlaceLevelsInAll(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)), "Région" },
        { new PlacesBelow("MOR", "fra"), "Casablanca-Settat" },
        { new PlacesBelowInMany("MOR", ["fra", "ara"]), "الدار البيضاء سطات" },
        { new PlaceFacts("RBT", "eng"), "Rabat" },
        { new CentresAround("eng", new GeoPoint(34.261, -6.5802), 2000), "Kenitra Centre" },
        { new CentresIn("fra", 1, ["Rabat-Salé-Kénitra", "Casablanca-Settat"]), "Centre de Rabat-Agdal" },
        { new CentresPage("fra", 1, "Rabat-Salé-Kénitra") { Size = 2, SortBy = "name", OrderBy = "asc" }, "Centre de Kénitra" },
        { new CentreDays("10001", "eng"), "workingdays" },
        { new PapersTaken("eng"), "Proof of identity" },
        { new PaperTypes("POA", "fra"), "Contrat de location" },
        { new ApplicantPapers("000", ["eng"]), "documentCategories" },
        { new FieldWords("preferredLang", "eng"), "Français" },
        { new GenderWords("eng"), "FLE" },
        { new LatestSchema(0, Domain: null, Type: null), "schemaJson" },
        { new LatestSchema(0.1, "registration-client", "schema"), "schemaJson" },
        { new VidPolicies(), "Perpetual" },
        { new IdentityNames(), "individualBiometrics" },
        { new UpdateQuestions(), "addressLine1" },
        { new ShareQuestions(), "fullName" },
        { new CardQuestions(), "fullName" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Each_list_is_the_platforms_document_and_is_asked_for_once(PublicList list, string word)
    {
        await using var platform = platforms.Fresh("1.3");
        var lists = platform.Adapters.GetRequiredService<IPublicLists>();

        var read = await lists.ReadAsync(list, Cancellation);
        var calls = platform.App.Calls.Counts.Values.Sum();
        var again = await lists.ReadAsync(list, Cancellation);

        read.Problem.ShouldBeNull();
        Written(read.Value).ShouldContain(word);
        Written(again.Value).ShouldBe(Written(read.Value));
        platform.App.Calls.Counts.Values.Sum().ShouldBe(calls);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task What_is_not_there_comes_with_the_platforms_code_and_is_asked_for_once(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var lists = platform.Adapters.GetRequiredService<IPublicLists>();

        (await CodeAsync(lists, new PlaceFacts("XXX", "eng"))).ShouldBe("KER-MSD-026");
        (await CodeAsync(lists, new PlaceFacts("XXX", "eng"))).ShouldBe("KER-MSD-026");
        (await CodeAsync(lists, new CentresAround("eng", new GeoPoint(0, 0), 1000))).ShouldBe("KER-MSD-215");
        (await CodeAsync(lists, new PaperTypes("XXX", "eng"))).ShouldBe("KER-MSD-118");
        (await CodeAsync(lists, new MessageText("eng", "no such text"))).ShouldBe("KER-MSD-046");
        platform.App.Calls.Count("masterdata.locations").ShouldBe(1);
    }

    [Fact]
    public async Task The_platform_is_told_a_point_no_closer_than_to_a_kilometre_and_what_lies_outside_is_left_out()
    {
        await using var platform = platforms.Fresh("1.3");
        var lists = platform.Adapters.GetRequiredService<IPublicLists>();

        (await lists.ReadAsync(new CentresAround("eng", new GeoPoint(34.2612, -6.5804), 200), Cancellation)).Value.GetProperty("registrationCenters").GetArrayLength().ShouldBe(1);
        (await CodeAsync(lists, new CentresAround("eng", new GeoPoint(34.2648, -6.5844), 200))).ShouldBe("KER-MSD-215");
        platform.App.Calls.Count("masterdata.centres.near").ShouldBe(1);
    }

    [Fact]
    public async Task A_platform_that_is_unwell_is_asked_again()
    {
        await using var platform = platforms.Fresh("1.3");
        var lists = platform.Adapters.GetRequiredService<IPublicLists>();
        platform.App.Faults.Set("masterdata.*", FaultNames.Http500);
        platform.App.Faults.Set("config.*", FaultNames.Html200);
        (await lists.ReadAsync(new PlaceLevels("eng"), Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await lists.ReadAsync(new VidPolicies(), Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        platform.App.Faults.Clear();
        (await lists.ReadAsync(new PlaceLevels("eng"), Cancellation)).IsSuccess.ShouldBeTrue();
        (await lists.ReadAsync(new VidPolicies(), Cancellation)).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Centres_are_listed_by_the_name_of_their_place_on_its_level(string profile)
    {
        await using var platform = platforms.Fresh(profile);
        var centres = platform.Adapters.GetRequiredService<ICentres>();
        (await centres.ListNamedAsync(3, "Salé", "fra", Cancellation)).Value.ShouldHaveSingleItem().Name.ShouldBe("Centre mobile de Salé");
        (await centres.ListNamedAsync(3, "Atlantis", "fra", Cancellation)).Value.ShouldBeEmpty();
    }

    private static async Task<string> CodeAsync(IPublicLists lists, PublicList list) =>
        (await lists.ReadAsync(list, Cancellation)).Problem!.Facts["code"].ShouldBeOfType<string>();

    private static string Written(JsonElement document) => JsonSerializer.Serialize(document, Sandbox.Json.Options);
}
