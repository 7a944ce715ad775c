using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class AidStatusContractTests(ApiPortal portal)
{
    private const string Path = "/aid/status";
    private const string UnderWay = "10001100100010120260518081500";

    [Fact]
    public async Task Each_check_answers_in_its_turn() => await new ContractTable(HttpMethod.Post, Path, () => Body(UnderWay, "1234567890", "123456"))
        .Invalid("id", "id", body => body["id"] = "other")
        .Invalid("requesttime", "requesttime", body => body["requesttime"] = "soon")
        .Invalid("version", "version", body => body["version"] = "v1")
        .Invalid("request", "request", body => body.Remove("request"))
        .Field("transactionId", "transactionId", mayBeMissing: false, "", "12345678901", "12345 7890")
        .Field("individualId", "individualId", mayBeMissing: false, "", "1000110A")
        .Field("otp", "otp", mayBeMissing: false, "", "12345", "1234567", "12345x")
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task While_it_is_under_way_no_code_is_looked_at_and_nothing_else_is_told()
    {
        var client = await portal.ClientAsync();

        (await client.PostAsync(Path, Body(UnderWay, "1234567890", "123456"))).Response!.ToJsonString()
            .ShouldBe("""{"individualId":null,"individualIdType":null,"transactionId":null,"aidStatus":"UNDER PROCESSING"}""");
    }

    [Fact]
    public async Task A_wrong_code_tells_nothing_of_the_number_and_an_unknown_AID_is_not_found()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();

        (await client.PostAsync(Path, Body(resident.Rid, "1234567890", "123456"))).Error!.Value.Code.ShouldBe("RES-SER-422");
        (await client.PostAsync(Path, Body("10001100100010120260518081599", "1234567890", "123456"))).Error.ShouldBe(("RES-SER-457", "AID not found"));
        (await client.PostAsync(Path, Body("12", "1234567890", "123456"))).Error.ShouldBe(("RES-SER-457", "AID not found"));
    }

    private static JsonObject Body(string individualId, string transaction, string otp) =>
        ApiClient.Envelope("mosip.resident.checkstatus", "1.0", new JsonObject { ["individualId"] = individualId, ["transactionId"] = transaction, ["otp"] = otp });
}
