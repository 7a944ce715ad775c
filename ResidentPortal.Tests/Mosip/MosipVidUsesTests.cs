using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Uses of virtual IDs, counted in a person's history over the wire.</summary>
public sealed class MosipVidUsesTests
{
    private const string HistoryPath = "GET /idauthentication/v1/internal/authTransactions/individualId/4952408651";
    private static readonly DateTimeOffset Since = new(2026, 7, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Vid Other = Vid.TryParse("5801395179245046", out var vid) ? vid : throw new InvalidOperationException();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_organisations_proved_by_a_VID_is_counted_for_it()
    {
        var counts = (await Count(
            Row(Other), Row(Sample.Vid, types: "OTP-AUTH,EKYC-AUTH"), Row(Sample.Vid, types: "OTP-REQUEST, FACE-AUTH"), Row(vid: null, idType: "UIN"))).Value;

        counts.ShouldBe(new Dictionary<Vid, int> { [Sample.Vid] = 2, [Other] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task What_failed_what_was_only_a_code_what_the_platform_did_and_what_lies_before_is_no_use()
    {
        var counts = (await Count(
            Row(Sample.Vid, status: "N"), Row(Sample.Vid, status: "F"), Row(Sample.Vid, types: "OTP-REQUEST"), Row(Sample.Vid, types: "VCI-EXCHANGE-REQUEST"),
            Row(Sample.Vid, entity: "mosip-ida-client"), Row(Sample.Vid, minutes: -1))).Value;

        counts.ShouldBe(new Dictionary<Vid, int> { [Sample.Vid] = 0, [Other] = 0 }, ignoreOrder: true);
    }

    [Fact]
    public async Task The_platforms_own_client_may_have_another_name()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, Page(Row(Sample.Vid, entity: "mosip-ida-client"), Row(Sample.Vid, entity: "country-ida")));

        (await Ask(stub, ("IdAuthenticationClientId", "country-ida"))).Value[Sample.Vid].ShouldBe(1);
    }

    [Fact]
    public async Task Where_a_use_does_not_tell_its_number_no_VID_is_counted()
    {
        (await Count(Row(Sample.Vid), Row(vid: null))).Value.ShouldBeEmpty();
        (await Count(Row(Sample.Vid), Row(vid: null, status: "N"))).Value[Sample.Vid].ShouldBe(1);
    }

    [Fact]
    public async Task The_history_is_asked_for_by_the_UIN_in_pages()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, context => context.Json(Page([.. Enumerable.Range(0, NumberOf(context) < 3 ? 50 : 49).Select(i => Row(Sample.Vid, transaction: (NumberOf(context) * 100) + i))])));

        (await Ask(stub)).Value[Sample.Vid].ShouldBe(149);

        stub.Seen.Where(request => request.Is(HistoryPath)).Select(request => request.Query)
            .ShouldBe(["?IDType=UIN&pageStart=1&pageFetch=50", "?IDType=UIN&pageStart=2&pageFetch=50", "?IDType=UIN&pageStart=3&pageFetch=50"]);
    }

    [Fact]
    public async Task Pages_behind_the_moment_are_not_asked_for()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, Page([.. Enumerable.Range(0, 50).Select(i => Row(Sample.Vid, minutes: 43 - i, transaction: i))]));

        (await Ask(stub)).Value[Sample.Vid].ShouldBe(44);

        stub.CountOf(HistoryPath).ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_lay_a_while_before_it_was_written_down_hides_none_behind_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(
            HistoryPath,
            context => context.Json(Page([.. Enumerable.Range(0, 49).Select(i => Row(Sample.Vid, transaction: i)), Row(Sample.Vid, minutes: -3, transaction: 49)])),
            context => context.Json(Page(Row(Sample.Vid, minutes: 0, transaction: 50))));

        (await Ask(stub)).Value[Sample.Vid].ShouldBe(50);
    }

    [Fact]
    public async Task A_row_that_slides_onto_the_next_page_is_counted_once()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(
            HistoryPath,
            context => context.Json(Page([.. Enumerable.Range(0, 50).Select(i => Row(Sample.Vid, transaction: i))])),
            context => context.Json(Page(Row(Sample.Vid, transaction: 49), Row(Sample.Vid, transaction: 50))));

        (await Ask(stub)).Value[Sample.Vid].ShouldBe(51);
    }

    [Fact]
    public async Task A_history_without_end_is_given_up_and_nothing_counted()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, Page([.. Enumerable.Range(0, 50).Select(i => Row(Sample.Vid, transaction: i))]));

        (await Ask(stub)).Value.ShouldBeEmpty();

        stub.CountOf(HistoryPath).ShouldBe(20);
    }

    [Fact]
    public async Task Without_VIDs_nothing_is_asked()
    {
        await using var stub = await PlatformStub.StartAsync();

        (await stub.Adapters().GetRequiredService<IVidUses>().CountAsync(Sample.Uin, [], Since, Cancellation)).Value.ShouldBeEmpty();

        stub.Seen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "authTransactions": null }""")]
    [InlineData("""{ "authTransactions": [ { "statusCode": "Y", "authtypeCode": "OTP-AUTH" } ] }""")]
    [InlineData("""{ "authTransactions": [ { "requestdatetime": "2026-07-14T09:30:45.010", "authtypeCode": "OTP-AUTH" } ] }""")]
    [InlineData("""{ "authTransactions": [ { "requestdatetime": "2026-07-14T09:30:45.010", "statusCode": "Y" } ] }""")]
    public async Task A_history_that_cannot_be_understood_is_not_guessed(string response)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, $$"""{ "response": {{response}}, "errors": null }""");

        (await Ask(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Theory]
    [InlineData("IDA-MLC-018")]
    [InlineData("IDA-MLC-022")]
    [InlineData("IDA-MLC-007")]
    public async Task Whatever_stood_in_the_way_the_history_is_not_there(string code)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, context => context.Error(code));

        (await Ask(stub)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    private static int NumberOf(HttpContext context) => int.Parse(context.Request.Query["pageStart"]!, CultureInfo.InvariantCulture);

    private static async Task<Outcome<IReadOnlyDictionary<Vid, int>>> Count(params JsonObject[] rows)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, Page(rows));
        return await Ask(stub);
    }

    private static Task<Outcome<IReadOnlyDictionary<Vid, int>>> Ask(PlatformStub stub, params (string, string)[] settings) =>
        stub.Adapters(settings: settings).GetRequiredService<IVidUses>().CountAsync(Sample.Uin, [Sample.Vid, Other], Since, Cancellation);

    private static string Page(params JsonObject[] rows) =>
        new JsonObject { ["id"] = null, ["errors"] = null, ["response"] = new JsonObject { ["authTransactions"] = new JsonArray([.. rows]) } }.ToJsonString();

    private static JsonObject Row(
        Vid? vid, string types = "OTP-AUTH", string status = "Y", string entity = "Acme Bank", string idType = "VID", int minutes = 30, int? transaction = null) => new()
    {
        ["transactionID"] = (transaction ?? Random.Shared.Next()).ToString(CultureInfo.InvariantCulture),
        ["requestdatetime"] = Since.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
        ["authtypeCode"] = types,
        ["statusCode"] = status,
        ["referenceIdType"] = idType,
        ["entityName"] = entity,
        ["individualId"] = vid is null ? null : Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(vid.Reveal()))),
    };
}
