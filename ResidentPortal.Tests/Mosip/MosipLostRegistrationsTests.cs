using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Recovery;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The search for lost RIDs, an operation that residents' clients are not let in to by default.</summary>
public sealed class MosipLostRegistrationsTests
{
    private const string SearchPath = "POST /registrationprocessor/v1/registrationstatus/lostridsearch";
    private const string None = """{ "response": [], "errors": [ { "errorCode": "RPR-RGS-031", "message": "RID Not Found" } ] }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Registrations_come_newest_first_and_the_request_is_as_the_platform_wants_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SearchPath, """
            { "response": [
              { "registrationId": "10001100770000120250101101010", "registartionDate": "2025-01-01", "syncDateTime": "2025-01-01T10:11:12.345", "additionalInfo": { "name": "Amina Test" } },
              { "registrationId": "10001100770000220260202101010", "registartionDate": "2026-02-02", "syncDateTime": "2026-02-02T10:11:12.345", "additionalInfo": null } ], "errors": [] }
            """);

        var found = await stub.Adapters().GetRequiredService<ILostRegistrations>().SearchAsync(new LostSearch("Amina Test", "9000000001", Email: null), Cancellation);

        found.Value.Select(rid => rid.Reveal()).ShouldBe(["10001100770000220260202101010", "10001100770000120250101101010"]);
        var sent = stub.Only(SearchPath).Json;
        (sent.GetProperty("id").GetString(), sent.GetProperty("version").GetString()).ShouldBe(("mosip.registration.lostrid", "1.0"));
        sent.GetProperty("request").ToString().ShouldBe(
            """{"filters":[{"columnName":"name","value":"Amina Test","type":"equals","fromValue":"","toValue":""},{"columnName":"phone","value":"9000000001","type":"equals","fromValue":"","toValue":""}],"sort":[{"sortField":"registrationDate","sortType":"desc"}]}""");
    }

    [Theory]
    [InlineData(None, null)]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "RPR-RGS-032" } ] }""", "recovery.tooManyFound")]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "RPR-RGS-001" }, { "errorCode": "RPR-RGS-032" } ] }""", "recovery.tooManyFound")]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "KER-ATH-403" } ] }""", "recovery.notAllowed")]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "RPR-RGS-001" } ] }""", "common.serviceUnavailable")]
    [InlineData("""{ "response": [ { "registrationId": "no RID" } ], "errors": [] }""", "common.serviceUnavailable")]
    [InlineData("<html>", "common.serviceUnavailable")]
    public async Task None_is_an_empty_list_and_everything_else_is_known_for_what_it_is(string answer, string? problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SearchPath, answer);

        var found = await stub.Adapters().GetRequiredService<ILostRegistrations>().SearchAsync(new LostSearch("Amina Test", Phone: null, "a@example.org"), Cancellation);

        found.Problem?.Key.ShouldBe(problem);
        if (problem is null)
        {
            found.Value.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Whether_it_is_allowed_is_found_out_by_a_search_that_nobody_matches_and_kept_for_ten_minutes()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SearchPath, None);
        var search = stub.Adapters(clock: clock).GetRequiredService<ILostRegistrations>();

        (await search.MaySearchAsync(Cancellation)).ShouldBeTrue();
        stub.On(SearchPath, context => context.Json("""{ "errors": [ { "errorCode": "KER-ATH-403" } ] }""", StatusCodes.Status403Forbidden));
        clock.Advance(TimeSpan.FromMinutes(9));
        (await search.MaySearchAsync(Cancellation)).ShouldBeTrue();
        clock.Advance(TimeSpan.FromMinutes(2));
        (await search.MaySearchAsync(Cancellation)).ShouldBeFalse();
        (await search.MaySearchAsync(Cancellation)).ShouldBeFalse();
        stub.Seen.Count(request => request.Is(SearchPath)).ShouldBe(2);
    }

    [Fact]
    public async Task While_it_cannot_be_found_out_it_is_not_allowed_and_a_minute_later_asked_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SearchPath, """{ "errors": [ { "errorCode": "RPR-RGS-001" } ] }""");
        var search = stub.Adapters(clock: clock).GetRequiredService<ILostRegistrations>();

        (await search.MaySearchAsync(Cancellation)).ShouldBeFalse();
        stub.On(SearchPath, None);
        (await search.MaySearchAsync(Cancellation)).ShouldBeFalse();
        clock.Advance(TimeSpan.FromMinutes(2));
        (await search.MaySearchAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task S_50_Nothing_that_is_searched_by_is_logged()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SearchPath, None);

        await stub.Adapters().GetRequiredService<ILostRegistrations>().SearchAsync(new LostSearch("Amina Test", "9000000001", Email: null), Cancellation);

        var log = string.Join('\n', stub.Log.Lines);
        log.ShouldContain("RPR-RGS-031");
        log.ShouldNotContain("Amina");
        log.ShouldNotContain("9000000001");
    }
}
