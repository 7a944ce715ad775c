using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Registration centres over the wire, in the shapes that platforms give them.</summary>
public sealed class MosipCentresTests
{
    private const string Master = "GET /v1/masterdata";
    private const string Bare = """{ "id": "1", "name": "Bare" }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Centres_of_a_place_are_read_page_by_page()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/locations/info/KNT/eng", """{ "response": { "code": "KNT", "name": "Kenitra", "hierarchyLevel": 3, "parentLocCode": "KTA" } }""");
        stub.On(
            $"{Master}/registrationcenters/page/eng/3/Kenitra",
            context => context.Json($$"""{ "response": { "totalPages": 2, "data": [ {{Bare}}, { "id": "2", "name": " " }, { "name": "no id" }, { "id": "3", "name": "Closed for good", "isActive": false } ] } }"""),
            context => context.Json($$"""{ "response": { "totalPages": 2, "data": [ {{Bare}}, { "id": 4, "name": "Other" } ] } }"""));

        var centres = stub.Adapters().GetRequiredService<ICentres>();
        var place = (await centres.FindPlaceAsync("KNT", "eng", Cancellation)).Value;

        (await centres.ListAsync(place, "eng", Cancellation)).Value.Select(centre => centre.Id).ShouldBe(["1", "4"]);
        stub.Seen.Where(seen => seen.Path.Contains("/page/", StringComparison.Ordinal)).Select(seen => seen.Query)
            .ShouldBe(["?sortBy=name&orderBy=asc&pageNumber=0&pageSize=100", "?sortBy=name&orderBy=asc&pageNumber=1&pageSize=100"]);
    }

    [Theory]
    [InlineData("""{ "id": "1", "name": "A", "latitude": "34.5", "longitude": -6.25 }""", 34.5)]
    [InlineData("""{ "id": "1", "name": "A", "latitude": "north", "longitude": "-6.25" }""", null)]
    [InlineData("""{ "id": "1", "name": "A", "latitude": "340.5", "longitude": "-6.25" }""", null)]
    [InlineData("""{ "id": "1", "name": "A", "latitude": "34.5" }""", null)]
    public async Task Coordinates_may_be_texts_or_numbers_or_nothing_of_use(string item, double? latitude) => ((await FindAsync(item)).Point?.Latitude).ShouldBe(latitude);

    [Theory]
    [InlineData("09:00:00", "17:00:00", "13:00:00", "14:00:00", "09:00-17:00 13:00-14:00")]
    [InlineData("9:00:00", "17:00", null, null, "09:00-17:00 ")]
    [InlineData("09:00:00", "17:00:00", "00:00:00", "00:00:00", "09:00-17:00 ")]
    [InlineData("17:00:00", "09:00:00", null, null, "")]
    [InlineData("early", "17:00:00", null, null, "")]
    [InlineData(null, null, null, null, "")]
    public async Task Hours_are_told_where_they_make_sense(string? opens, string? closes, string? from, string? to, string hours)
    {
        var item = System.Text.Json.JsonSerializer.Serialize(new { id = "1", name = "A", centerStartTime = opens, centerEndTime = closes, lunchStartTime = from, lunchEndTime = to });

        var read = (await FindAsync(item)).Hours;

        (read is null ? "" : $"{read.Opens:HH:mm}-{read.Closes:HH:mm} {(read.Lunch is { } lunch ? $"{lunch.From:HH:mm}-{lunch.To:HH:mm}" : "")}").ShouldBe(hours);
    }

    [Theory]
    [InlineData("""{ "response": { "workingdays": [ { "code": "102", "name": "LUN" }, { "code": "107", "name": "SAM" }, { "code": "x" } ] } }""", "Monday,Saturday")]
    [InlineData("""{ "response": { "workingdays": [] } }""", "Sunday,Tuesday")]
    [InlineData("""{ "errors": [ { "errorCode": "KER-MSD-215" } ] }""", "Sunday,Tuesday")]
    [InlineData("<html></html>", "Sunday,Tuesday")]
    public async Task Days_are_the_working_days_or_those_of_the_week_that_are_marked(string workingDays, string expected)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/workingdays/1/eng", workingDays);
        stub.On($"{Master}/weekdays/1/eng", """{ "response": { "weekdays": [ { "dayCode": "101", "globalWorking": false, "isWorking": true }, { "dayCode": "102", "working": false }, { "dayCode": "103", "isGlobalWorking": true } ] } }""");

        var days = await stub.Adapters().GetRequiredService<ICentres>().ReadDaysAsync("1", "eng", Cancellation);

        string.Join(',', days.Working!.Order()).ShouldBe(expected);
        days.Holidays.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "response": { "weekdays": [ { "dayCode": "101", "name": "SUN" } ] } }""")]
    [InlineData("""{ "response": { } }""")]
    public async Task Days_that_nobody_tells_are_not_guessed(string weekDays)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/weekdays/1/eng", weekDays);

        (await stub.Adapters().GetRequiredService<ICentres>().ReadDaysAsync("1", "eng", Cancellation)).Working.ShouldBeNull();
    }

    [Fact]
    public async Task The_platform_is_asked_longitude_first_and_told_no_more_than_a_kilometre()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/getcoordinatespecificregistrationcenters/eng/-6.83/34.02/10000", $$"""{ "response": { "registrationCenters": [ {{Bare}} ] } }""");

        var near = (await stub.Adapters().GetRequiredService<ICentres>().ListNearAsync(new GeoPoint(34.0207, -6.8302), 10_000, "eng", Cancellation)).Value;

        near.ShouldHaveSingleItem().Name.ShouldBe("Bare");
        stub.Log.Lines.ShouldNotContain(line => line.Contains("34.02", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("1/2")]
    [InlineData("")]
    public async Task An_id_that_is_none_is_not_asked_for(string id)
    {
        await using var stub = await PlatformStub.StartAsync();

        (await stub.Adapters().GetRequiredService<ICentres>().FindAsync(id, "eng", Cancellation)).Problem.ShouldBe(CommonProblems.NotFound);

        stub.Seen.ShouldBeEmpty();
    }

    private static async Task<Centre> FindAsync(string item)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/registrationcenters/1/eng", $$"""{ "response": { "registrationCenters": [ {{item}} ] } }""");
        return (await stub.Adapters().GetRequiredService<ICentres>().FindAsync("1", "eng", Cancellation)).Value;
    }
}
