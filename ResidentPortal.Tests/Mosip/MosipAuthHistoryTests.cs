using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Who used an identity, read over the wire.</summary>
public sealed class MosipAuthHistoryTests
{
    private const string HistoryPath = "GET /idauthentication/v1/internal/authTransactions/individualId/4952408651";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("OTP-AUTH", UseWays.Code)]
    [InlineData("OTP-REQUEST", UseWays.CodeSent)]
    [InlineData("DEMO-AUTH", UseWays.Demographics)]
    [InlineData("FINGERPRINT-AUTH, FACE-AUTH", UseWays.Fingerprint | UseWays.Face)]
    [InlineData("IRIS-AUTH", UseWays.Iris)]
    [InlineData("OTP-AUTH,EKYC-AUTH", UseWays.Code | UseWays.DataGiven)]
    [InlineData("KYC-AUTH", UseWays.DataGiven)]
    [InlineData("KYC-EXCHANGE", UseWays.DataGiven)]
    [InlineData("IDENTITY-KEY-BINDING", UseWays.KeyBound)]
    [InlineData("TOKEN-REQUEST", UseWays.Token)]
    [InlineData("TOKEN-AUTH", UseWays.Token)]
    [InlineData("VCI-EXCHANGE-REQUEST", UseWays.Credential)]
    [InlineData("PASSWORD-AUTH", UseWays.Password)]
    [InlineData("STATIC-PIN-AUTH", UseWays.Pin)]
    [InlineData("STATIC-PIN-STORAGE", UseWays.PinKept)]
    [InlineData("UNKNOWN", UseWays.Other)]
    [InlineData("FACE-AUTH,SOMETHING-NEW", UseWays.Face | UseWays.Other)]
    [InlineData(" , ", UseWays.Other)]
    public async Task Every_code_of_the_wire_has_a_way_and_none_is_lost(string codes, UseWays ways) =>
        (await ListAsync(Row("VID", HashOfVid, codes: codes))).ShouldHaveSingleItem().Ways.ShouldBe(ways);

    [Fact]
    public async Task A_row_is_told_with_time_organisation_outcome_and_remark()
    {
        var use = (await ListAsync(Row("UIN", number: null, status: "N"))).ShouldHaveSingleItem();
        (use.TransactionId, use.At, use.Organisation, use.IsPlatform, use.IsAccepted, use.Comment)
            .ShouldBe(("4820193756", new DateTimeOffset(2026, 7, 14, 9, 30, 45, 10, TimeSpan.Zero), "Acme Bank", false, false, "Finger Authentication Failed"));
        (await ListAsync(Row("UIN", number: null, status: "F")))[0].IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_hash_of_a_number_tells_which_VID_it_was()
    {
        var uses = await ListAsync(Row("UIN", "AA"), Row("VID", HashOfVid.ToLowerInvariant()), Row("VID", "77AB"), Row("VID", number: null));
        uses.Select(use => (use.NumberKind, use.Vid)).ShouldBe(
            [(UsedNumberKind.Uin, null), (UsedNumberKind.OwnVid, Sample.Vid), (UsedNumberKind.PastVid, null), (UsedNumberKind.SomeVid, null)]);
    }

    [Fact]
    public async Task What_the_platform_did_itself_is_told_apart_and_an_organisation_may_have_no_name()
    {
        (await ListAsync(Row("UIN", null, entity: "mosip-ida-client"), Row("UIN", null, entity: null), Row("UIN", null, entity: " ")))
            .Select(use => (use.IsPlatform, use.Organisation)).ShouldBe([(true, null), (false, null), (false, null)]);
    }

    [Fact]
    public async Task A_page_is_asked_for_by_the_UIN()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, Page());
        (await stub.Adapters().GetRequiredService<IAuthHistory>().ListAsync(Sample.Uin, [], 3, 500, Cancellation)).Value.ShouldBeEmpty();
        stub.Seen.Single(request => request.Is(HistoryPath)).Query.ShouldBe("?IDType=UIN&pageStart=3&pageFetch=500");
    }

    [Fact]
    public async Task Five_hundred_rows_with_their_signatures_are_not_too_much()
    {
        await using var stub = await PlatformStub.StartAsync();
        var row = Row("UIN", number: null);
        (row["requestSignature"], row["responseSignature"]) = (new string('e', 8_000), new string('e', 8_000));
        stub.On(HistoryPath, Page([.. Enumerable.Range(0, 500).Select(_ => (JsonObject)row.DeepClone())]));
        (await stub.Adapters().GetRequiredService<IAuthHistory>().ListAsync(Sample.Uin, [], 1, 500, Cancellation)).Value.Count.ShouldBe(500);
    }

    [Theory]
    [InlineData("IDA-MLC-018")]
    [InlineData("IDA-MLC-022")]
    [InlineData("IDA-MLC-009")]
    [InlineData("IDA-MLC-007")]
    public async Task Whatever_stood_in_the_way_the_history_is_not_there(string code)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, context => context.Error(code));
        (await stub.Adapters().GetRequiredService<IAuthHistory>().ListAsync(Sample.Uin, [], 1, 20, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    private static string HashOfVid => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(Sample.Vid.Reveal())));

    private static async Task<IReadOnlyList<IdentityUse>> ListAsync(params JsonObject[] rows)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(HistoryPath, Page(rows));
        return (await stub.Adapters().GetRequiredService<IAuthHistory>().ListAsync(Sample.Uin, [Sample.Vid], 1, 500, Cancellation)).Value;
    }

    private static string Page(params JsonObject[] rows) =>
        new JsonObject { ["id"] = null, ["errors"] = null, ["response"] = new JsonObject { ["authTransactions"] = new JsonArray([.. rows]) } }.ToJsonString();

    private static JsonObject Row(string idType, string? number, string codes = "FINGERPRINT-AUTH", string status = "Y", string? entity = "Acme Bank") => new()
    {
        ["transactionID"] = "4820193756",
        ["requestdatetime"] = "2026-07-14T09:30:45.010",
        ["authtypeCode"] = codes,
        ["statusCode"] = status,
        ["statusComment"] = "Finger Authentication Failed",
        ["referenceIdType"] = idType,
        ["entityName"] = entity,
        ["individualId"] = number,
    };
}
