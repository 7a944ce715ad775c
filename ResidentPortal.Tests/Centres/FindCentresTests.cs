using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Centres;

/// <summary>Registration centres by place, by name and around somebody.</summary>
public sealed class FindCentresTests : IAsyncDisposable
{
    private readonly CoreWorld _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task At_first_all_centres_are_listed_by_name_beside_the_places_at_the_top()
    {
        var found = (await FindAsync(place: null)).Value;

        found.Path.ShouldBeEmpty();
        found.Below.Select(place => (place.Code, place.Name, place.LevelName)).ShouldBe([("RSK", "Rabat Sale Kenitra", "Region"), ("CST", "Casablanca Settat", "Region")]);
        found.Centres.Select(facts => facts.Centre.Name).ShouldBe(["Casablanca Maarif Centre", "Kenitra Centre", "Rabat Agdal Centre", "Sale Mobile Centre", "Sidi Kacem Centre"]);
        (found.Total, found.Page, found.Pages).ShouldBe((5, 1, 1));
    }

    [Theory]
    [InlineData("RSK", "10001,10003,10004,10002")]
    [InlineData("KTA", "10001,10002")]
    [InlineData("SAL", "10004")]
    [InlineData("MOGR", "")]
    public async Task A_place_has_the_centres_that_lie_in_it(string place, string centres) =>
        string.Join(',', (await FindAsync(place)).Value.Centres.Select(facts => facts.Centre.Id)).ShouldBe(centres);

    [Fact]
    public async Task The_way_to_a_place_is_told_from_the_top_and_the_country_is_not_part_of_it()
    {
        var found = (await FindAsync("SAL", language: "fra")).Value;

        found.Path.Select(place => place.Name).ShouldBe(["Rabat-Salé-Kénitra", "Rabat", "Salé"]);
        found.Below.ShouldHaveSingleItem().Code.ShouldBe("TBRQ");
        (await FindAsync("TBRQ")).Value.Below.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kenitra", "10001")]
    [InlineData("MARKET sidi", "10002")]
    [InlineData("ben  mansour", "10001")]
    [InlineData("nowhere", "")]
    [InlineData(" ", "10005,10001,10003,10004,10002")]
    public async Task Words_are_found_in_names_and_addresses_in_any_case_and_order(string name, string centres) =>
        string.Join(',', (await FindAsync(place: null, name)).Value.Centres.Select(facts => facts.Centre.Id)).ShouldBe(centres);

    [Fact]
    public async Task Accents_are_no_hindrance() => (await FindAsync(place: null, "kenitra", language: "fra")).Value.Centres.ShouldHaveSingleItem().Centre.Name.ShouldBe("Centre de Kénitra");

    [Theory]
    [InlineData("XXX")]
    [InlineData("../templates")]
    public async Task A_place_that_is_none_is_said_to_be_none(string place) => (await FindAsync(place)).Problem.ShouldBe(CommonProblems.NotFound);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    public async Task A_page_that_is_none_is_the_closest_there_is(int asked, int shown) =>
        (await _world.Get<FindCentres>().ExecuteAsync(new CentreSearch(Place: null, Name: null, asked), "eng", Cancellation)).Value.Page.ShouldBe(shown);

    [Theory]
    [InlineData(FakeMosip.ListPlaces)]
    [InlineData(FakeMosip.ListCentres)]
    public async Task A_platform_that_is_unwell_is_said_to_be(string operation)
    {
        _world.Platform.Next(operation, CommonProblems.ServiceUnavailable);

        (await FindAsync(place: null)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task Around_somebody_the_closest_comes_first_with_its_distance()
    {
        var found = (await NearAsync("34.020", "-6.830")).Value;

        found.Select(facts => facts.Centre.Id).ShouldBe(["10003", "10004"]);
        found[0].Metres!.Value.ShouldBe(2_946, tolerance: 10);
    }

    [Fact]
    public async Task The_circle_widens_until_there_is_a_centre()
    {
        (await NearAsync("35.7600", "-5.8300")).Value.Select(facts => facts.Centre.Id).ShouldBe(["10002", "10001"], ignoreOrder: true);

        _world.Platform.AskedAbout.Select(asked => asked.Metres).ShouldBe([10_000, 50_000, 200_000]);
    }

    [Fact]
    public async Task Far_from_everything_there_is_none() => (await NearAsync("0", "0")).Value.ShouldBeEmpty();

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("34,02", "-6.83")]
    [InlineData("91", "0")]
    [InlineData("0", "181")]
    [InlineData("NaN", "0")]
    [InlineData("north", "west")]
    public async Task A_position_that_is_none_is_not_asked_about(string? latitude, string? longitude)
    {
        (await NearAsync(latitude, longitude)).Problem.ShouldBe(CentreProblems.NoPosition);

        _world.Platform.AskedAbout.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_position_is_kept_nowhere()
    {
        await NearAsync("34.0207", "-6.8302");

        var file = await _world.ReadDatabaseFileAsync();
        file.ShouldNotContain("34.02");
        file.ShouldNotContain("6.83");
        new GeoPoint(34.0207, -6.8302).ToString().ShouldBe("GeoPoint");
    }

    [Fact]
    public async Task A_centre_is_shown_with_its_days_and_holidays()
    {
        var facts = (await _world.Get<ShowCentre>().ExecuteAsync("10002", "fra", Cancellation)).Value;

        facts.Centre.Name.ShouldBe("Centre de Sidi Kacem");
        facts.Days.Working.ShouldBe([DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Saturday], ignoreOrder: true);
        facts.Days.Holidays.ShouldContain(new Holiday(new DateOnly(2027, 1, 1), "Jour de l’An"));
        (await _world.Get<ShowCentre>().ExecuteAsync("99999", "fra", Cancellation)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task For_paper_all_that_was_found_is_listed()
    {
        var list = (await _world.Get<ListCentres>().ExecuteAsync(new CentreSearch("RSK", "centre", Page: 7), "eng", Cancellation)).Value;

        (list.Path.ShouldHaveSingleItem().Code, list.Total).ShouldBe(("RSK", 4));
        list.Centres.Select(centre => centre.Id).ShouldBe(["10001", "10003", "10004", "10002"]);
    }

    [Fact]
    public async Task Papers_are_listed_by_what_they_prove()
    {
        var papers = (await _world.Get<ListPapers>().ExecuteAsync("ara", Cancellation)).Value;

        papers.Select(category => category.Name).ShouldBe(["إثبات الهوية", "إثبات العنوان", "إثبات القرابة", "إثبات الاستثناء"]);
        papers[1].Types.ShouldBe(DemoPapers.Categories[1].Types.Select(type => type.Names["ara"]));
    }

    private Task<Outcome<CentreResults>> FindAsync(string? place, string? name = null, string language = "eng") =>
        _world.Get<FindCentres>().ExecuteAsync(new CentreSearch(place, name, Page: 1), language, Cancellation);

    private Task<Outcome<IReadOnlyList<CentreFacts>>> NearAsync(string? latitude, string? longitude) => _world.Get<FindNearCentres>().ExecuteAsync(latitude, longitude, "eng", Cancellation);
}
