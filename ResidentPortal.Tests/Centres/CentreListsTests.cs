using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Centres;

/// <summary>Centres for paper, by the name of a place and around a point.</summary>
public sealed class CentreListsTests : IAsyncDisposable
{
    private readonly CoreWorld _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_centres_of_a_named_place_come_with_its_name()
    {
        var list = (await NamedAsync(1, " Rabat Sale Kenitra ")).Value;
        (list.Path.ShouldHaveSingleItem().Name, list.Total).ShouldBe(("Rabat Sale Kenitra", 4));
        list.Centres.Select(centre => centre.Id).ShouldBe(["10001", "10002", "10003", "10004"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(1, "Call 0900 555")]
    [InlineData(2, "Rabat Sale Kenitra")]
    [InlineData(-1, "Rabat")]
    [InlineData(1, "../x")]
    [InlineData(1, "")]
    public async Task What_is_no_place_is_written_on_no_paper(int level, string name) => (await NamedAsync(level, name)).Problem.ShouldBe(CommonProblems.NotFound);

    [Fact]
    public async Task Around_a_point_the_closest_centre_comes_first_and_the_platform_is_asked_a_little_further()
    {
        var list = (await AroundAsync(34.0, -6.8, 20_000)).Value;
        list.Centres.Select(centre => centre.Id).ShouldBe(["10003", "10004"]);
        _world.Platform.AskedAbout.ShouldHaveSingleItem().Metres.ShouldBe(20_800);
        (await AroundAsync(0, 0, 1000)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Theory]
    [InlineData(90.1, 0, 10)]
    [InlineData(0, 180.5, 10)]
    [InlineData(double.NaN, 0, 10)]
    [InlineData(0, 0, -1)]
    [InlineData(0, 0, 500_001)]
    public async Task Nowhere_is_no_position(double latitude, double longitude, int metres) => (await AroundAsync(latitude, longitude, metres)).Problem.ShouldBe(CentreProblems.NoPosition);

    [Fact]
    public async Task A_platform_that_is_unwell_is_said_so()
    {
        _world.Platform.Next(FakeMosip.ListCentres, CommonProblems.ServiceUnavailable);
        _world.Platform.Next(FakeMosip.ListNearCentres, CommonProblems.ServiceUnavailable);
        (await NamedAsync(1, "Rabat Sale Kenitra")).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await AroundAsync(34, -6.8, 1000)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    private Task<Outcome<CentreList>> NamedAsync(int level, string name) => _world.Get<ListNamedCentres>().ExecuteAsync(level, name, "eng", Cancellation);

    private Task<Outcome<CentreList>> AroundAsync(double latitude, double longitude, int metres) =>
        _world.Get<ListCentresAround>().ExecuteAsync(new GeoPoint(latitude, longitude), metres, "eng", Cancellation);
}
