using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Virtual IDs over the wire.</summary>
public sealed class MosipVidRegistryTests
{
    private const string ListPath = "GET /idrepository/v1/vid/uin/4952408651";
    private const string CreatePath = "POST /idrepository/v1/vid";
    private const string RevokePath = "PATCH /idrepository/v1/vid/4913089685701546";
    private const string Created = """{ "response": { "vidStatus": "ACTIVE", "restoredVid": null, "UIN": null, "VID": "5801395179245046" }, "errors": [] }""";
    private const string Revoked = """{ "response": { "vidStatus": "REVOKED", "restoredVid": null, "UIN": null, "VID": null }, "errors": [] }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_is_read_as_the_platform_writes_it()
    {
        var vids = (await List("""
            [ { "vid": "4913089685701546", "vidType": "PERPETUAL", "expiryTimestamp": "9999-12-31T23:59:59.1", "genratedOnTimestamp": "2025-11-03T14:16:22.118",
                "transactionLimit": null, "hashAttributes": { "MODULO": "123", "SALT": "pX0", "id_hash": "A1B2" } },
              { "vid": 5801395179245046, "vidType": "ONETIMEUSE", "expiryTimestamp": "2026-07-14T10:02:00", "genratedOnTimestamp": "2026-07-14T09:32:00.3", "transactionLimit": 2 } ]
            """)).Value;

        vids.ShouldBe(
        [
            new IssuedVid(Sample.Vid, new VidType("Perpetual"), new DateTimeOffset(2025, 11, 3, 14, 16, 22, 118, TimeSpan.Zero), ExpiresAt: null, Uses: null),
            new IssuedVid(
                Parse("5801395179245046"),
                new VidType("OneTimeUse"),
                new DateTimeOffset(2026, 7, 14, 9, 32, 0, 300, TimeSpan.Zero),
                new DateTimeOffset(2026, 7, 14, 10, 2, 0, TimeSpan.Zero),
                Uses: 2),
        ]);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.1")]
    [InlineData("9999-12-31T23:59:59.999999999")]
    [InlineData("+10000-01-01T00:00:00")]
    public async Task An_expiry_in_the_year_9999_or_beyond_is_none(string expiry) =>
        (await List($$"""[ { "vid": "4913089685701546", "vidType": "PERPETUAL", "expiryTimestamp": "{{expiry}}" } ]""")).Value.ShouldHaveSingleItem().ExpiresAt.ShouldBeNull();

    [Fact]
    public async Task The_platform_before_1_2_1_does_not_say_when_a_VID_was_made() =>
        (await List("""[ { "vid": "4913089685701546", "vidType": "PERPETUAL", "expiryTimestamp": "9999-12-31T23:59:59.1", "transactionLimit": null } ]"""))
            .Value.ShouldHaveSingleItem().CreatedAt.ShouldBeNull();

    [Theory]
    [InlineData("IDR-IDC-007")]
    [InlineData("IDR-VID-004")]
    public async Task No_VIDs_is_an_error_of_the_platform_and_an_empty_list_here(string code)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ListPath, context => context.Error(code));

        (await Registry(stub).ListAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_is_no_VID_is_left_out_and_only_counted_in_the_log()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ListPath, Listed("""
            [ { "vid": "4913089685701547", "vidType": "PERPETUAL", "expiryTimestamp": "9999-12-31T23:59:59.1" },
              { "vid": "4913089685701546", "vidType": "PERPETUAL", "expiryTimestamp": "9999-12-31T23:59:59.1" } ]
            """));

        (await Registry(stub).ListAsync(Sample.Uin, Cancellation)).Value.ShouldHaveSingleItem().Vid.ShouldBe(Sample.Vid);

        stub.Log.Lines.ShouldContain(line => line.Contains("The platform told of 1 VIDs that are none", StringComparison.Ordinal));
        stub.Log.Lines.ShouldNotContain(line => line.Contains("49130896", StringComparison.Ordinal) || line.Contains("4952408651", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "vids": [] }""")]
    [InlineData("""[ { "vid": { "value": "4913089685701546" }, "vidType": "PERPETUAL", "expiryTimestamp": "9999-12-31T23:59:59.1" } ]""")]
    [InlineData("""[ { "vid": "4913089685701546", "vidType": " ", "expiryTimestamp": "9999-12-31T23:59:59.1" } ]""")]
    [InlineData("""[ { "vid": "4913089685701546", "vidType": "PERPETUAL", "expiryTimestamp": null } ]""")]
    [InlineData("""[ { "vid": "4913089685701546", "vidType": "PERPETUAL", "expiryTimestamp": "soon" } ]""")]
    [InlineData("""[ { "vid": "4913089685701546", "vidType": "PERPETUAL", "expiryTimestamp": "9999-12-31T23:59:59.1", "transactionLimit": "two" } ]""")]
    [InlineData("""[ { "vid": "4913089685701546", "vidType": "PERPETUAL", "expiryTimestamp": "9999-12-31T23:59:59.1", "genratedOnTimestamp": [2025, 11, 3] } ]""")]
    public async Task A_list_that_cannot_be_understood_is_not_guessed(string list) => (await List(list)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);

    [Fact]
    public async Task A_VID_is_asked_for_in_the_platforms_envelope()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(CreatePath, Created);

        (await Registry(stub).GenerateAsync(Sample.Uin, new VidType("Temporary"), Cancellation)).Value.Reveal().ShouldBe("5801395179245046");

        var body = stub.Only(CreatePath).Json;
        (body.Text("id"), body.Text("version")).ShouldBe(("mosip.vid.create", "v1"));
        body.Text("requesttime").ShouldMatch(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\z");
        body.GetProperty("request").GetRawText().ShouldBe("""{"UIN":"4952408651","vidType":"Temporary","vidStatus":null}""");
    }

    [Theory]
    [InlineData("IDR-VID-003", "virtualIds.limitReached")]
    [InlineData("IDR-VID-004", "virtualIds.notAllowed")]
    [InlineData("IDR-IDC-007", "virtualIds.notAllowed")]
    [InlineData("IDR-IDC-001", "common.refused")]
    [InlineData("IDR-IDC-002", "common.refused")]
    [InlineData("IDR-IDC-777", "common.refused")]
    [InlineData("IDR-VID-005", "common.serviceUnavailable")]
    [InlineData("IDR-IDC-011", "common.serviceUnavailable")]
    [InlineData("IDR-VID-002", "common.outcomeUnknown")]
    [InlineData("IDR-IDC-004", "common.outcomeUnknown")]
    public async Task What_stood_in_the_way_of_a_new_VID_is_named(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(CreatePath, context => context.Error(code));

        (await Registry(stub).GenerateAsync(Sample.Uin, new VidType("Perpetual"), Cancellation)).Problem!.Key.ShouldBe(problem);

        stub.CountOf(CreatePath).ShouldBe(1);
    }

    [Fact]
    public async Task A_clock_that_was_corrected_in_vain_is_taken_back()
    {
        await using var stub = await PlatformStub.StartAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));
        Func<HttpContext, Task> localTimeAsUtc = context =>
            context.Json("""{ "responsetime": "2026-07-14T15:00:00.000Z", "response": null, "errors": [ { "errorCode": "IDR-IDC-002" } ] }""");
        stub.On(CreatePath, localTimeAsUtc, localTimeAsUtc, context => context.Json(Created));
        var registry = stub.Adapters(clock).GetRequiredService<IVidRegistry>();

        (await registry.GenerateAsync(Sample.Uin, new VidType("Odd"), Cancellation)).Problem.ShouldBe(CommonProblems.Refused);
        (await registry.GenerateAsync(Sample.Uin, new VidType("Temporary"), Cancellation)).IsSuccess.ShouldBeTrue();

        stub.Seen.Where(request => request.Is(CreatePath)).Select(request => request.Json.Text("requesttime"))
            .ShouldBe(["2026-07-14T09:30:00.000Z", "2026-07-14T15:00:00.000Z", "2026-07-14T09:30:00.000Z"]);
    }

    [Theory]
    [InlineData("""{ "vidStatus": "ACTIVE", "VID": null }""")]
    [InlineData("""{ "vidStatus": "ACTIVE", "VID": "4913089685701547" }""")]
    public async Task A_new_VID_that_is_not_told_may_have_been_made(string response)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(CreatePath, $$"""{ "response": {{response}}, "errors": [] }""");

        (await Registry(stub).GenerateAsync(Sample.Uin, new VidType("Perpetual"), Cancellation)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
        stub.CountOf(CreatePath).ShouldBe(1);
    }

    [Fact]
    public async Task A_VID_is_revoked_in_the_platforms_envelope()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(RevokePath, Revoked);

        (await Revoke(stub)).Value.ShouldBe(new VidRevocation(Restored: null));

        var body = stub.Only(RevokePath).Json;
        (body.Text("id"), body.Text("version")).ShouldBe(("mosip.vid.update", "v1"));
        body.GetProperty("request").GetRawText().ShouldBe("""{"UIN":"4952408651","vidType":null,"vidStatus":"REVOKED"}""");
    }

    [Theory]
    [InlineData("""{ "vidStatus": "ACTIVE", "restoredVid": null, "UIN": null, "VID": "2437832538920475" }""", "2437832538920475")]
    [InlineData("""{ "vidStatus": "ACTIVE", "VID": "2437832538920476" }""", null)]
    [InlineData("\"2437832538920475\"", null)]
    public async Task What_took_the_place_of_a_revoked_VID_is_told_where_it_can_be_read(string restored, string? vid)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(RevokePath, $$"""{ "response": { "vidStatus": "REVOKED", "restoredVid": {{restored}} }, "errors": [] }""");

        (await Revoke(stub)).Value.Restored?.Reveal().ShouldBe(vid);
        stub.Log.Lines.Any(line => line.Contains("told of 1 VIDs", StringComparison.Ordinal)).ShouldBe(vid is null);
    }

    [Theory]
    [InlineData("IDR-VID-001", "virtualIds.unknownVid")]
    [InlineData("IDR-IDC-007", "virtualIds.unknownVid")]
    [InlineData("IDR-IDC-002", "virtualIds.unknownVid")]
    [InlineData("IDR-VID-004", "common.refused")]
    [InlineData("IDR-IDC-003", "common.refused")]
    [InlineData("IDR-VID-006", "common.serviceUnavailable")]
    [InlineData("IDR-VID-002", "common.outcomeUnknown")]
    [InlineData("IDR-VID-003", "common.outcomeUnknown")]
    public async Task What_stood_in_the_way_of_a_revocation_is_named(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(RevokePath, context => context.Error(code));

        (await Revoke(stub)).Problem!.Key.ShouldBe(problem);
    }

    [Theory]
    [InlineData("""{ "vidStatus": "ACTIVE" }""")]
    [InlineData("""{ "vidStatus": { "value": "REVOKED" } }""")]
    [InlineData("[]")]
    public async Task A_revocation_that_the_answer_does_not_tell_of_may_have_been_made(string response)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(RevokePath, $$"""{ "response": {{response}}, "errors": [] }""");

        (await Revoke(stub)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
        stub.CountOf(RevokePath).ShouldBe(1);
    }

    private static Vid Parse(string digits) => Vid.TryParse(digits, out var vid) ? vid : throw new InvalidOperationException(digits);

    private static IVidRegistry Registry(PlatformStub stub) => stub.Adapters().GetRequiredService<IVidRegistry>();

    private static Task<Outcome<VidRevocation>> Revoke(PlatformStub stub) => Registry(stub).RevokeAsync(Sample.Uin, Sample.Vid, Cancellation);

    private static string Listed(string list) => $$"""{ "response": {{list}}, "errors": [] }""";

    private static async Task<Outcome<IReadOnlyList<IssuedVid>>> List(string list)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ListPath, Listed(list));
        return await Registry(stub).ListAsync(Sample.Uin, Cancellation);
    }
}
