using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class AuthHistoryContractTests(ApiPortal portal)
{
    private const string Path = "/req/auth-history";

    [Fact]
    public async Task Each_check_answers_in_its_turn() => await Paging(Paging(Paging(Paging(new ContractTable(HttpMethod.Post, Path, () => Body(Residents.Meera, "1234567890", "123456"))
        .Head()
        .Field("individualId", "individualId", mayBeMissing: false, "", "1234567890")
        .Field("otp", "otp", mayBeMissing: false, "")
        .Field("transactionID", "transactionId", mayBeMissing: false, ""), "please provide Page size and Page number to be Fetched", (null, " "), (null, ""), ("", null)),
        "please provide Page size to be Fetched", ("1", null), ("1", "")),
        "please provide Page number to be Fetched", (null, "10"), ("", "10")),
        "pageStart", ("x", "10"), ("-1", "10"))
        .Row("paging", body => Page(body, "1", "x"), "RES-SER-410", "Invalid Input Parameter- pageFetch")
        .Row("paging", body => Page(body, "0", "10"), "RES-SER-410", "Invalid Input Parameter- Page Fetch or Page Start must be greater than 0")
        .Row("paging", body => Page(body, "1", "0"), "RES-SER-410", "Invalid Input Parameter- Page Fetch or Page Start must be greater than 0")
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task The_whole_list_and_its_pages_count_their_entries_through()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);

        var whole = await client.PostAsync(Path, Body(resident.Uin, transaction, otp));

        whole.Error.ShouldBeNull(whole.Text);
        whole.Response!["message"]!.ToString().ShouldBe("Notification has been sent to the provided contact detail(s)");
        var uses = whole.Response["authHistory"]!.AsArray();
        uses.Select(use => use!["serialNumber"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, uses.Count));
        var newest = uses[0]!;
        newest.AsObject().Select(member => member.Key).ShouldBe(
            ["serialNumber", "idUsed", "authModality", "date", "time", "partnerName", "partnerTransactionId", "authResponse", "responseCode"]);
        (newest["idUsed"]!.ToString(), newest["authModality"]!.ToString(), newest["partnerTransactionId"]!.ToString(), newest["responseCode"]!.ToString()).ShouldBe(("UIN", "OTP-AUTH", transaction, "Y"));

        (transaction, otp) = await client.AskOtpAsync(resident);
        var body = Body(resident.Uin, transaction, otp);
        Page(body, "2", "2");
        var second = (await client.PostAsync(Path, body)).Response!["authHistory"]!.AsArray();
        second.Select(use => use!["serialNumber"]!.GetValue<int>()).ShouldBe([3, 4]);
        second[0]!["partnerTransactionId"]!.ToString().ShouldBe(newest["partnerTransactionId"]!.ToString());
    }

    private static ContractTable Paging(ContractTable table, string name, params (string? Start, string? Fetch)[] pages) => pages.Aggregate(
        table, (all, page) => all.Row("paging", body => Page(body, page.Start, page.Fetch), "RES-SER-410", $"Invalid Input Parameter- {name}"));

    private static void Page(JsonObject body, string? start, string? fetch)
    {
        ContractTable.Set(body, "pageStart", start);
        ContractTable.Set(body, "pageFetch", fetch);
    }

    private static JsonObject Body(string individualId, string transaction, string otp) => ApiClient.Envelope("mosip.resident.authhistory", "v1", new JsonObject
    {
        ["transactionID"] = transaction, ["individualId"] = individualId, ["otp"] = otp,
    });
}
