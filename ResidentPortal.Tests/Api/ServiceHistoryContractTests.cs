using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>GET /service-history</c>, <c>/notifications</c>, <c>/download/service-history</c> for a resident who has signed in.</summary>
public sealed class ServiceHistoryContractTests(ApiPortal portal)
{
    private const string History = "/service-history/{langCode}";
    private const string TooLong = "Input text size exceeds the limit; Character limit=16; inputType=searchText";

    [Fact]
    public async Task Each_check_of_the_history_answers_in_its_turn() => await Filter(new QueryTable(History, ("langCode", "eng")), "langCode")
        .Row("RES-SER-446", "Invalid page index value", ("pageIndex", "-1"))
        .Row("RES-SER-447", "Invalid page size value", ("pageSize", "0"))
        .Row("RES-SER-447", "Invalid page size value", ("pageSize", "-5"))
        .WalkAsync(await SignedInAsync());

    [Fact]
    public async Task Each_check_of_the_file_answers_in_its_turn() =>
        await Filter(new QueryTable("/download/service-history", ("languageCode", "eng")), "languageCode").WalkAsync(await SignedInAsync());

    [Fact]
    public async Task Each_check_of_the_notifications_answers_in_its_turn() => await new QueryTable("/notifications/{langCode}", ("langCode", "eng"))
        .Invalid("languageCode", ("langCode", "xyz"))
        .Row("RES-SER-446", "Invalid page index value", ("pageIndex", "-1"))
        .Row("RES-SER-447", "Invalid page size value", ("pageSize", "0"))
        .WalkAsync(await SignedInAsync());

    [Theory]
    [InlineData("pageIndex=one")]
    [InlineData("pageSize=9999999999")]
    [InlineData("fromDate=29-02-2024&toDate=2024-03-01")]
    [InlineData("fromDate=2023-02-29&toDate=2024-03-01&serviceType=NONE")]
    public async Task What_does_not_read_is_unreadable_before_every_check(string query)
    {
        var client = await SignedInAsync();
        (await client.GetAsync($"/service-history/eng?{query}")).Error.ShouldBe(("RES-SER-418", "Bad Request"));
    }

    [Fact]
    public async Task Events_are_listed_in_the_language_a_page_at_a_time_and_found_again()
    {
        var client = await SignedInAsync();
        var first = await ActAsync(client, "Temporary");
        var second = await ActAsync(client, "OneTimeUse");
        var locked = await LockAsync(client);

        var page = (await client.GetAsync("/service-history/eng?pageSize=2")).Response!;
        ((int)page["pageIndex"]!, (int)page["pageSize"]!, (int)page["totalItems"]!, (int)page["totalPages"]!).ShouldBe((0, 2, 3, 2));
        var item = page["data"]!.AsArray()[0]!.AsObject();
        item.Select(property => property.Key).ShouldBe(["eventId", "description", "eventStatus", "timeStamp", "serviceType", "requestType", "pinnedStatus", "readStatus", "serialNumber"], ignoreOrder: true);
        item["eventId"]!.ToString().ShouldBe(locked);
        (item["description"]!.ToString(), item["eventStatus"]!.ToString(), item["serviceType"]!.ToString(), item["requestType"]!.ToString())
            .ShouldBe(("Lock or unlock", "SUCCESS", "ID_MANAGEMENT_REQUEST", "AUTH_TYPE_LOCK_UNLOCK"));
        ((bool)item["pinnedStatus"]!, (bool)item["readStatus"]!, (int)item["serialNumber"]!).ShouldBe((false, false, 0));

        Ids(await client.GetAsync("/service-history/fra?pageSize=2&pageIndex=1")).ShouldBe([first]);
        Ids(await client.GetAsync("/service-history/fra?pageSize=2&pageIndex=2")).ShouldBeEmpty();
        Ids(await client.GetAsync("/service-history/eng?sortType=asc")).ShouldBe([first, second, locked]);
        Ids(await client.GetAsync($"/service-history/eng?searchText={second[3..12]}")).ShouldBe([second]);
        Ids(await client.GetAsync("/service-history/eng?searchText=STAND-IN")).ShouldBe([second, first]);
        Ids(await client.GetAsync("/service-history/eng?serviceType=service_request,DATA_SHARE_REQUEST")).ShouldBeEmpty();
        Ids(await client.GetAsync("/service-history/eng?serviceType=ID_MANAGEMENT_REQUEST&statusFilter=FAILED,SUCCESS")).Count.ShouldBe(3);
        Ids(await client.GetAsync("/service-history/eng?statusFilter=CANCELED,IN_PROGRESS")).ShouldBeEmpty();
        Ids(await client.GetAsync("/service-history/eng?serviceType=AUTHENTICATION_REQUEST")).ShouldBeEmpty();
        Ids(await client.GetAsync("/service-history/eng?fromDate=2020-01-01&toDate=2020-12-31")).ShouldBeEmpty();
        Ids(await client.GetAsync("/service-history/eng?fromDate=2020-01-01&toDate=2120-12-31")).Count.ShouldBe(3);
        Ids(await client.GetAsync($"/service-history/eng?fromDate=2020-01-01&toDate=2020-12-31&statusFilter=SUCCESS&searchText={first}")).ShouldBe([first]);
        Ids(await client.GetAsync("/notifications/eng")).ShouldBe([locked]);

        (await client.PostAsync($"/pinned/{first}", body: null)).Response!.ToJsonString().ShouldBe("""{"status":"200","message":"SUCCESS"}""");
        Ids(await client.GetAsync("/service-history/eng")).ShouldBe([first, locked, second]);
        (await client.PostAsync($"/unpinned/{first}", body: null)).Error.ShouldBeNull();
        Ids(await client.GetAsync("/service-history/eng")).ShouldBe([locked, second, first]);
    }

    [Fact]
    public async Task The_history_comes_as_a_PDF_in_the_language()
    {
        var client = await SignedInAsync();
        var eventId = await ActAsync(client, "Temporary");
        var file = await client.GetAsync("/download/service-history?languageCode=fra&eventReqDateTime=2024-02-29T06:39:04.683Z");
        (file.Status, file.Type).ShouldBe((200, "application/pdf"));
        using var pdf = PdfDocument.Open(file.Bytes);
        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        text.ShouldContain(string.Join(' ', eventId.Chunk(4).Select(part => new string(part))));
        text.ShouldContain(new PortalWords("fr")["Act.GenerateVid"]);
    }

    [Fact]
    public async Task S_25_The_events_of_another_resident_are_in_no_list()
    {
        var client = await SignedInAsync();
        var eventId = await ActAsync(client, "Temporary");
        await client.SignInAsync(client.NewResident());
        Ids(await client.GetAsync($"/service-history/eng?searchText={eventId}")).ShouldBeEmpty();
        (await client.PostAsync($"/pinned/{eventId}", body: null)).Error.ShouldBe(("RES-SER-459", "EID not available in database"));
        (await client.PostAsync("/pinned/12", body: null)).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- eventId"));
        client.Token = null;
        foreach (var path in new[] { "/service-history/eng", "/notifications/eng", "/download/service-history?languageCode=eng" })
        {
            (await client.GetAsync(path)).Status.ShouldBe(401);
        }
    }

    private static QueryTable Filter(QueryTable table, string language) => table
        .Invalid("languageCode", (language, "xyz"))
        .Invalid("languageCode", (language, " "))
        .Invalid("serviceType", ("serviceType", "NONE"))
        .Invalid("serviceType", ("serviceType", "ALL,NONE"))
        .Invalid("sortType", ("sortType", "UP"))
        .Invalid("statusFilter", ("statusFilter", "DONE"))
        .Invalid("statusFilter", ("statusFilter", "SUCCESS,"))
        .Invalid("fromDateTime", ("fromDate", string.Empty), ("toDate", "2024-02-29"))
        .Invalid("fromDateTime", ("fromDate", "2024-03-01"), ("toDate", "2024-02-29"))
        .Invalid("toDateTime", ("fromDate", "2024-02-29"), ("toDate", string.Empty))
        .Row("RES-SER-514", TooLong, ("searchText", "12345678901234567"));

    private static List<string> Ids(ApiReply reply)
    {
        reply.Error.ShouldBeNull(reply.Text);
        return [.. reply.Response!["data"]!.AsArray().Select(item => item!["eventId"]!.ToString())];
    }

    private static async Task<string> ActAsync(ApiClient client, string type) => (await client.PostAsync("/generate-vid", ApiClient.Envelope("mosip.resident.vid.generate", "1.0", new JsonObject { ["vidType"] = type }))).Headers["eventId"];

    private static async Task<string> LockAsync(ApiClient client) => (await client.PostAsync("/auth-lock-unlock", ApiClient.Envelope(
        "mosip.resident.auth.lock.unlock", "1.0", new JsonObject { ["authTypes"] = new JsonArray(new JsonObject { ["authType"] = "demo", ["locked"] = true }) }))).Headers["eventId"];

    private async Task<ApiClient> SignedInAsync()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        return client;
    }
}
