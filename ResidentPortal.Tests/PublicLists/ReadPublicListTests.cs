using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.PublicLists;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.PublicLists;

/// <summary>The platform's public lists: a closed list of them, asked by nothing that leads elsewhere.</summary>
public sealed class ReadPublicListTests
{
    private static readonly string Long = new('A', 129);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<PublicList> Unsound =>
    [
        new PlaceLevels(".."), new PlaceLevels(string.Empty), new PlaceLevels("en/g"), new PlacesBelow("MOR%2F..", "eng"), new PlacesBelow("MOR", "eng?x"), new PlaceFacts(Long, "eng"),
        new PlacesBelowInMany("MOR", []), new PlacesBelowInMany("MOR", ["eng", "../"]), new PlacesBelowInMany("MOR", [.. Enumerable.Repeat("eng", 21)]),
        new CentresAround("eng", new GeoPoint(90.1, 0), 1), new CentresAround("eng", new GeoPoint(0, double.NaN), 1), new CentresAround("eng", new GeoPoint(0, 0), -1),
        new CentresAround("eng", new GeoPoint(0, 0), 500_001), new CentresIn("eng", -1, ["Rabat"]), new CentresIn("eng", 1, []), new CentresIn("eng", 1, ["..", "Rabat"]), new CentresIn("eng", 1, ["a/b"]),
        new CentresIn("eng", 1, [Long]), new CentresPage("eng", 1, "."), new CentresPage("eng", 1, "a\\b"), new CentresPage("eng", 1, "a\u0000b"), new CentresPage("eng", 1, "Rabat") { Size = 0 },
        new CentresPage("eng", 1, "Rabat") { Size = 501 }, new CentresPage("eng", 1, "Rabat") { Page = -1 }, new CentresPage("eng", 1, "Rabat") { SortBy = "name;drop" },
        new CentreDays("1/2", "eng"), new PaperTypes("..", "eng"), new ApplicantPapers("000", []), new FieldValues("a/b"), new FieldWords("gender", "eng fra"), new MessageText("eng", "a/../b"),
        new MessageText("eng", "a%2fb"), new LatestSchema(double.NaN, null, null), new LatestSchema(0, "a b", null),
    ];

    [Theory]
    [MemberData(nameof(Unsound))]
    public async Task S_59_Nothing_that_leads_elsewhere_reaches_an_address_of_the_platform(PublicList list)
    {
        await using var world = new CoreWorld();
        (await world.Get<ReadPublicList>().ExecuteAsync(list, Cancellation)).Problem.ShouldBe(PublicListProblems.Unsound);
        world.Platform.CountOf(FakeMosip.ReadList).ShouldBe(0);
    }

    [Fact]
    public async Task A_list_is_the_platforms_own_document()
    {
        await using var world = new CoreWorld();
        var levels = (await world.Get<ReadPublicList>().ExecuteAsync(new PlaceLevels("fra"), Cancellation)).Value;
        levels.GetProperty("locationHierarchyLevels").EnumerateArray().Select(level => level.GetProperty("hierarchyLevelName").GetString()).ShouldBe(["Pays", "Région", "Province", "Ville", "Zone"]);
    }

    [Fact]
    public async Task What_the_platform_does_not_have_comes_with_its_code()
    {
        await using var world = new CoreWorld();
        var problem = (await world.Get<ReadPublicList>().ExecuteAsync(new PlaceFacts("XXX", "eng"), Cancellation)).Problem!;
        (problem.Key, problem.Facts["code"]).ShouldBe((PublicListProblems.Refused.Key, "KER-MSD-026"));
    }

    [Theory]
    [InlineData("Female", "eng", "FLE")]
    [InlineData(" female ", "eng", "FLE")]
    [InlineData("Masculin", "fra", "MLE")]
    public async Task A_gender_has_its_code_by_its_word(string word, string language, string code)
    {
        await using var world = new CoreWorld();
        (await world.Get<FindGenderCode>().ExecuteAsync(word, language, Cancellation)).Value.ShouldBe(code);
    }

    [Fact]
    public async Task A_gender_is_found_in_the_older_platforms_table_too()
    {
        await using var world = new CoreWorld();
        world.Platform.Next(FakeMosip.ReadList, PublicListProblems.Refused.With("code", "KER-SCH-003"));
        (await world.Get<FindGenderCode>().ExecuteAsync("Female", "eng", Cancellation)).Value.ShouldBe("FLE");
    }

    [Fact]
    public async Task A_word_that_is_no_gender_has_no_code()
    {
        await using var world = new CoreWorld();
        var problem = (await world.Get<FindGenderCode>().ExecuteAsync("Rabat", "eng", Cancellation)).Problem!;
        (problem.Key, problem.Facts["code"]).ShouldBe((PublicListProblems.Refused.Key, "KER-SCH-021"));
        (await world.Get<FindGenderCode>().ExecuteAsync("a/b", "eng", Cancellation)).Problem.ShouldBe(PublicListProblems.Unsound);
        world.Platform.Next(FakeMosip.ReadList, CommonProblems.ServiceUnavailable);
        (await world.Get<FindGenderCode>().ExecuteAsync("Female", "eng", Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task The_countrys_languages_are_told()
    {
        await using var world = new CoreWorld();
        (await world.Get<ShowCountry>().ExecuteAsync()).Value.Languages.ShouldBe(["eng", "ara", "fra"]);
    }
}
