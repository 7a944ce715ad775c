using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>GET /events/{event-id}</c>, its acknowledgement, and the bell, for a resident who has signed in.</summary>
public sealed class EventContractTests(ApiPortal portal)
{
    private const string Nobody = "9999999999999999";

    [Theory]
    [InlineData("/events/{eventId}", "langCode", 200)]
    [InlineData("/ack/download/pdf/event/{eventId}/language/{lang}", "lang", 400)]
    public async Task Each_check_answers_in_its_turn(string pattern, string language, int status)
    {
        var client = await SignedInAsync();
        var theirs = await LockAsync(client);
        await client.SignInAsync(client.NewResident());
        await new QueryTable(pattern, ("eventId", Nobody), (language, "eng"))
            .Row("RES-SER-414", "Missing input Parameter- eventId", ("eventId", " "))
            .Invalid("eventId", ("eventId", "12"))
            .Invalid("eventId", ("eventId", "123456789012345x"))
            .Invalid("languageCode", (language, "xyz"))
            .Row("RES-SER-459", "EID not available in database", ("eventId", Nobody))
            .Row("RES-SER-511", "The entered EID is not associated with the UIN/VID used to log in.", ("eventId", theirs))
            .WalkAsync(client, status);
    }

    [Fact]
    public async Task An_event_is_shown_and_read_from_then_on()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var eventId = await LockAsync(client);
        (await UnreadAsync(client)).ShouldBe(1);

        var shown = await client.GetAsync($"/events/{eventId}?langCode=eng");
        shown.Error.ShouldBeNull(shown.Text);
        shown.Response!.AsObject().Select(property => property.Key).ShouldBe(["eventId", "eventType", "eventStatus", "individualId", "summary", "timestamp", "info"], ignoreOrder: true);
        (shown.Response["eventId"]!.ToString(), shown.Response["eventType"]!.ToString(), shown.Response["eventStatus"]!.ToString(), shown.Response["individualId"]!.ToString())
            .ShouldBe((eventId, "AUTH_TYPE_LOCK_UNLOCK", "SUCCESS", $"••••••{resident.Uin[^4..]}"));
        shown.Response["info"]!["statusCode"]!.ToString().ShouldBe("COMPLETED");
        shown.Text.ShouldNotContain(resident.Uin);
        (await UnreadAsync(client)).ShouldBe(0);
        ((bool)(await client.GetAsync("/notifications/eng")).Response!["data"]!.AsArray()[0]!["readStatus"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task The_acknowledgement_comes_as_a_PDF_in_the_language_and_reads_nothing()
    {
        var client = await SignedInAsync();
        var eventId = await LockAsync(client);
        var file = await client.GetAsync($"/ack/download/pdf/event/{eventId}/language/fra");
        (file.Status, file.Type).ShouldBe((200, "application/pdf"));
        using var pdf = PdfDocument.Open(file.Bytes);
        string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)).ShouldContain(string.Join(' ', eventId.Chunk(4).Select(part => new string(part))));
        (await UnreadAsync(client)).ShouldBe(1);
    }

    [Fact]
    public async Task The_bell_counts_from_its_last_press()
    {
        var client = await SignedInAsync();
        (await client.GetAsync("/bell/notification-click")).Response!.ToJsonString().ShouldBe("""{"lastbellnotifclicktime":null}""");
        await LockAsync(client);
        (await UnreadAsync(client)).ShouldBe(1);
        var pressed = await client.SendAsync(HttpMethod.Put, "/bell/updatedttime", content: null);
        (pressed.Status, pressed.Type, pressed.Text).ShouldBe((200, "application/json", "1"));
        (await UnreadAsync(client)).ShouldBe(0);
        (await client.GetAsync("/bell/notification-click")).Response!["lastbellnotifclicktime"]!.ToString().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
    }

    [Theory]
    [InlineData("", "", @"^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d:\d\d [AP]M$")]
    [InlineData("-330", "en-US", @"^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d:\d\d [AP]M$")]
    [InlineData("0", "fr-FR", @"^\d{1,2} \w+\.? \d{4}, \d\d:\d\d:\d\d$")]
    public async Task Times_are_told_by_the_clock_and_in_the_language_of_the_reader(string offset, string locale, string form)
    {
        var client = await SignedInAsync();
        var eventId = await LockAsync(client);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {client.Token}");
        http.DefaultRequestHeaders.Add("time-zone-offset", offset);
        http.DefaultRequestHeaders.Add("locale", locale);
        var shown = await http.GetStringAsync(new Uri(client.Portal.ApiAddress!, $"events/{eventId}?langCode=eng"), TestContext.Current.CancellationToken);
        JsonNode.Parse(shown)!["response"]!["timestamp"]!.ToString().ShouldMatch(form);
    }

    [Theory]
    [InlineData("/events/9999999999999999?langCode=eng")]
    [InlineData("/ack/download/pdf/event/9999999999999999/language/eng")]
    [InlineData("/unread/notification-count")]
    [InlineData("/bell/notification-click")]
    [InlineData("/profile")]
    public async Task Without_a_session_nothing_is_told(string path)
    {
        var client = await portal.ClientAsync();
        var reply = await client.GetAsync(path);
        (reply.Status, reply.Error).ShouldBe((401, ("KER-ATH-401", "Authentication Failed")));
    }

    private static async Task<int> UnreadAsync(ApiClient client) => (int)(await client.GetAsync("/unread/notification-count")).Response!["unreadCount"]!;

    private static async Task<string> LockAsync(ApiClient client) => (await client.PostAsync("/auth-lock-unlock", ApiClient.Envelope(
        "mosip.resident.auth.lock.unlock", "1.0", new JsonObject { ["authTypes"] = new JsonArray(new JsonObject { ["authType"] = "demo", ["locked"] = true }) }))).Headers["eventId"];

    private async Task<ApiClient> SignedInAsync()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        return client;
    }
}
