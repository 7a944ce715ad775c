using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>POST /download/personalized-card</c>.</summary>
public sealed class PersonalCardContractTests(ApiPortal portal)
{
    private const string Path = "/download/personalized-card";

    [Fact]
    public async Task Each_check_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());

        await new ContractTable(HttpMethod.Post, Path, () => Body("fullName"))
            .Row("requesttime", body => body["requesttime"] = "2024-02-29T06:39:04Z", "RES-SER-418", "Bad Request")
            .Invalid("version", "version", body => body.Remove("version"))
            .Invalid("version", "version", body => body["version"] = "v1")
            .Invalid("requesttime", "requesttime", body => body.Remove("requesttime"))
            .Invalid("id", "id", body => body.Remove("id"))
            .Invalid("id", "id", body => body["id"] = "mosip.resident.euin")
            .Row("request", body => body.Remove("request"), "RES-SER-418", "Bad Request")
            .Field("html", "html", mayBeMissing: false, "", " ", null, "<html></html>", "PGh0bWw")
            .Field("attributes", "attributes", mayBeMissing: false, null, new JsonArray())
            .WalkAsync(client);
    }

    [Fact]
    public async Task The_card_says_what_was_chosen_as_the_record_has_it_and_nothing_of_the_page_that_was_sent()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var body = Body("fullName", "masked_UIN", "postalCode", "bloodGroup");
        ContractTable.Set(body, "html", Convert.ToBase64String("<html><script>document.write('Somebody else')</script></html>"u8));

        var reply = await client.PostAsync(Path, body);

        var eventId = reply.Headers["eventId"];
        reply.Headers["Content-Disposition"].ShouldStartWith($"attachment; filename=\"Personalised_card_{eventId}_");
        var words = await client.OpenCardAsync(resident, reply, eventId);
        words.ShouldContain(resident.Names["eng"]);
        words.ShouldContain(resident.Uin[^4..]);
        words.Replace(" ", string.Empty, StringComparison.Ordinal).ShouldNotContain(resident.Uin);
        words.ShouldNotContain(resident.Phone!);
        words.ShouldNotContain("Somebody");
    }

    [Fact]
    public async Task Where_nothing_of_what_was_chosen_is_there_no_card_is_made()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());

        var reply = await client.PostAsync(Path, Body("bloodGroup"));

        (reply.Status, reply.Error, reply.Headers["eventId"]).ShouldBe((200, ("RES-SER-479", "Error in downloading personalized card"), "NA"));
    }

    [Fact]
    public async Task Nobody_gets_a_card_without_a_sign_in()
    {
        var client = await portal.ClientAsync();

        var reply = await client.PostAsync(Path, Body("fullName"));

        (reply.Status, reply.Error).ShouldBe((401, ("KER-ATH-401", "Authentication Failed")));
    }

    private static JsonObject Body(params string[] attributes) => ApiClient.Envelope(
        "mosip.resident.download.personalized.card", "1.0", new JsonObject { ["html"] = "PGh0bWw+PC9odG1sPg==", ["attributes"] = new JsonArray([.. attributes.Select(name => (JsonNode)name)]) });
}
