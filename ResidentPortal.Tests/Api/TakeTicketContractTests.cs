using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class TakeTicketContractTests(ApiPortal portal)
{
    private const string Path = "/grievance/ticket";

    [Fact]
    public async Task Each_check_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        var (mine, other) = (await client.WithAnActAsync(), await (await portal.ClientAsync()).WithAnActAsync());
        var table = new ContractTable(HttpMethod.Post, Path, () => Body(mine))
            .Row("requesttime", body => body["requesttime"] = "2024-02-29T06:39:04", "RES-SER-418", "Bad Request")
            .Row("requesttime", body => body["requesttime"] = "yesterday", "RES-SER-418", "Bad Request")
            .Invalid("version", "version", body => body["version"] = "v1")
            .Invalid("version", "version", body => body.Remove("version"))
            .Invalid("requesttime", "requesttime", body => body.Remove("requesttime"))
            .Invalid("id", "id", body => body["id"] = "mosip.resident.other")
            .Invalid("id", "id", body => body.Remove("id"))
            .Row("request", body => body.Remove("request"), "RES-SER-418", "Bad Request")
            .Row("eventId", Set("eventId", null), "RES-SER-414", "Missing input Parameter- eventId")
            .Row("eventId", Set("eventId", " "), "RES-SER-414", "Missing input Parameter- eventId")
            .Invalid("eventId", "eventId", Set("eventId", "123"))
            .Invalid("eventId", "eventId", Set("eventId", "12345678901234AB"))
            .Row("eventId", Set("eventId", other), "RES-SER-511", "The entered EID is not associated with the UIN/VID used to log in.", 400)
            .Row("eventId", Set("eventId", "1000000000000001"), "RES-SER-511", "The entered EID is not associated with the UIN/VID used to log in.", 400);
        foreach (var (field, name, longest, wrong) in new[] { ("emailId", "EMAIL", 128, "nobody"), ("alternateEmailId", "EMAIL", 128, ""), ("alternatePhoneNo", "PHONE", 64, "12"), ("phoneNo", "PHONE", 64, "98765 00001") })
        {
            table.Row(field, Set(field, new string('1', longest + 1)), "RES-SER-514", TooLong(longest, name)).Invalid(name, field, Set(field, wrong));
        }

        await table.Row("message", Set("message", null), "RES-SER-414", "Missing input Parameter- message")
            .Row("message", Set("message", " "), "RES-SER-414", "Missing input Parameter- message")
            .Row("message", Set("message", new string('x', 1025)), "RES-SER-514", TooLong(1024, "message"))
            .Row("message", Set("message", "What?"), "RES-SER-515", "Input text contains special characters;inputType=message")
            .Row("message", Set("message", "one\ntwo"), "RES-SER-515", "Input text contains special characters;inputType=message")
            .WalkAsync(client);
    }

    [Fact]
    public async Task A_ticket_is_taken_and_its_owner_finds_it_and_five_a_day_are_enough()
    {
        var client = await portal.ClientAsync();
        var mine = await client.WithAnActAsync();

        var taken = await client.PostAsync(Path, Body(mine));

        taken.Error.ShouldBeNull(taken.Text);
        Guid.TryParseExact(taken.Response!["ticketId"]!.ToString(), "D", out var ticket).ShouldBeTrue();
        (ticket == Guid.Empty).ShouldBeFalse();
        for (var i = 0; i < 4; i++)
        {
            (await client.PostAsync(Path, Body(mine))).Error.ShouldBeNull();
        }

        (await client.PostAsync(Path, Body(mine))).Error.ShouldBe(("RES-SER-512", "Unable to Generate Ticket of grievance"));
    }

    [Fact]
    public async Task The_id_may_be_in_any_case_and_contacts_may_be_left_out()
    {
        var client = await portal.ClientAsync();
        var body = Body(await client.WithAnActAsync());
        body["id"] = "MOSIP.resident.grievance.ticket.REQUEST";
        foreach (var field in (string[])["name", "emailId", "alternateEmailId", "phoneNo", "alternatePhoneNo"])
        {
            ContractTable.Set(body, field, null);
        }

        (await client.PostAsync(Path, body)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_sign_in_nothing_is_taken() =>
        (await (await portal.ClientAsync()).PostAsync(Path, Body("1000000000000001"))).Error.ShouldBe(("KER-ATH-401", "Authentication Failed"));

    private static string TooLong(int limit, string name) => $"Input text size exceeds the limit; Character limit={limit}; inputType={name}";

    private static Action<JsonObject> Set(string field, JsonNode? value) => body => ContractTable.Set(body, field, value);

    private static JsonObject Body(string eventId) => ApiClient.Envelope("mosip.resident.grievance.ticket.request", "1.0", new JsonObject
    {
        ["eventId"] = eventId,
        ["name"] = "Somebody",
        ["emailId"] = "one@example.org",
        ["alternateEmailId"] = "two@example.org",
        ["phoneNo"] = "9876500001",
        ["alternatePhoneNo"] = "9876500002",
        ["message"] = "The card shows another photo, please look.",
    });
}

/// <summary>Residents with a request of their own.</summary>
internal static class TicketSteps
{
    /// <summary>Signs a new resident in and locks something: the event id of that.</summary>
    public static async Task<string> WithAnActAsync(this ApiClient client)
    {
        await client.SignInAsync(client.NewResident());
        var services = client.Portal.Services;
        var session = (await services.GetRequiredService<Core.Sessions.ResumeSession>().ExecuteAsync(client.Token!, TestContext.Current.CancellationToken)).Value.Id;
        var order = new LockOrder { IntentId = Guid.NewGuid(), Changes = [new AuthTypeChange(AuthType.Iris, Lock: true, UnlockFor: null)], AcceptsLastWay = true };
        return (await services.GetRequiredService<ChangeAuthLocks>().ExecuteAsync(session, order, TestContext.Current.CancellationToken)).Value.Value;
    }
}
