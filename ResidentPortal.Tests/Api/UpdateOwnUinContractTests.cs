using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Api.UpdateCalls;

namespace ResidentPortal.Tests.Api;

/// <summary><c>PATCH /update-uin</c>, and what is asked around it.</summary>
public sealed class UpdateOwnUinContractTests(ApiPortal portal)
{
    private const string Path = "/update-uin";

    [Fact]
    public async Task Each_check_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        await new ContractTable(HttpMethod.Patch, Path, () => OwnBody(Address("7 Cedar Street")))
            .Head()
            .Field("identity", "identity", mayBeMissing: false, new JsonObject(), new JsonObject { ["IDSchemaVersion"] = "0.1", ["UIN"] = "4952408651" }, new JsonObject { ["nothingLikeIt"] = "x" }, "text", null)
            .Row("identity", body => Entry(body, language: " ", "x"), "RES-SER-414", "Missing input Parameter- language")
            .Row("identity", body => Entry(body, language: null, "x"), "RES-SER-414", "Missing input Parameter- language")
            .Row("identity", body => Entry(body, "xxx", ""), "RES-SER-410", "Invalid Input Parameter- languageCode")
            .Row("identity", body => Entry(body, "eng", " "), "RES-SER-414", "Missing input Parameter- value")
            .Field("transactionID", "transactionId", mayBeMissing: false, "", "123", "12345678901", "123456789x")
            .Row("consent", body => ContractTable.Set(body, "consent", "DENIED"), "RES-SER-461", "Accepting the terms and conditions is a mandatory action to proceed further. Please accept the consent to proceed")
            .Row("consent", body => body["request"]?.AsObject().Remove("consent"), "RES-SER-461", "Accepting the terms and conditions is a mandatory action to proceed further. Please accept the consent to proceed")
            .Row("value", body => Add(body, "postalCode", "14022"), "RES-SER-527", "Same data already present for Attribute:- postalCode")
            .Row("other", body => Add(body, "dateOfBirth", "1990/02/30"), "RES-SER-410", "Invalid Input Parameter- dateOfBirth")
            .Row("papers", _ => { }, "RES-SER-461", $"No document found for transactionID: {Transaction}")
            .WalkAsync(client);
    }

    [Fact]
    public async Task An_update_goes_with_the_document_that_was_sent_ahead_and_names_its_event()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        (await client.UploadAsync()).Error.ShouldBeNull();

        var reply = await client.PatchAsync(Path, OwnBody(Address("7 Cedar Street")));

        reply.Error.ShouldBeNull(reply.Text);
        reply.Response!.ToJsonString().ShouldBe("""{"status":"Success","message":"Notification has been sent to the provided contact detail(s)"}""");
        reply.Headers["eventId"].Length.ShouldBe(16);
        client.PacketsOf(resident).ShouldHaveSingleItem().Documents.ShouldHaveSingleItem().Type.ShouldBe("RNC");
        (await client.GetAsync($"/documents/{Transaction}")).Error.ShouldBe(("RES-SER-461", $"No document found for transactionID: {Transaction}"));
    }

    [Fact]
    public async Task Contacts_and_the_language_of_messages_go_without_a_document_and_without_a_transaction()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);

        var reply = await client.PatchAsync(Path, OwnBody(new JsonObject { ["email"] = "changed@example.org" }, transaction: ""));

        reply.Error.ShouldBeNull(reply.Text);
        client.PacketsOf(resident).ShouldHaveSingleItem().Attributes["email"].ToString().ShouldBe("changed@example.org");
    }

    [Fact]
    public async Task What_waits_is_listed_keeps_others_out_and_is_taken_back_by_its_event_id()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        (await client.GetAsync("/identity/get-pending-drafts/eng")).Response!.ToJsonString().ShouldBe("""{"drafts":[]}""");
        var eventId = (await client.PatchAsync(Path, OwnBody(new JsonObject { ["preferredLang"] = "fra" }))).Headers["eventId"];

        (await client.PatchAsync(Path, OwnBody(new JsonObject { ["email"] = "changed@example.org" }))).Error
            .ShouldBe(("RES-SER-524", " Not allowed to update UIN as previous packet is pending. To proceed further please discard it."));
        var draft = (await client.GetAsync("/identity/get-pending-drafts/eng")).Response!["drafts"]!.AsArray().ShouldHaveSingleItem()!;
        draft["eid"]!.ToString().ShouldBe(eventId);
        draft["aid"]!.ToString().ShouldBe(client.PacketsOf(resident).ShouldHaveSingleItem().Rid);
        draft["attributes"]!.ToJsonString().ShouldBe("""["preferredLang"]""");
        draft["cancellable"]!.GetValue<bool>().ShouldBeTrue();

        var stranger = await portal.ClientAsync();
        await stranger.SignInAsync(stranger.NewResident());
        (await stranger.PostAsync($"/identity/discardPendingDraft/{eventId}", body: null)).Error.ShouldBe(("RES-SER-511", "The entered EID is not associated with the UIN/VID used to log in."));
        (await client.PostAsync("/identity/discardPendingDraft/123", body: null)).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- eventId"));
        (await client.PostAsync("/identity/discardPendingDraft/1234567890123456", body: null)).Error.ShouldBe(("RES-SER-459", "EID not available in database"));
        var discarded = await client.PostAsync($"/identity/discardPendingDraft/{eventId}", body: null);
        discarded.Error.ShouldBeNull(discarded.Text);
        discarded.Response!["status"]!.ToString().ShouldBe("DISCARDED");
        (await client.GetAsync("/identity/get-pending-drafts/eng")).Response!["drafts"]!.AsArray().ShouldBeEmpty();
        (await client.PostAsync($"/identity/discardPendingDraft/{eventId}", body: null)).Error.ShouldBe(("RES-SER-459", "EID not available in database"));
    }

    [Fact]
    public async Task Changes_left_are_counted_and_can_be_asked_for_by_name()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        (await client.GetAsync("/identity/update-count")).Response!["attributes"]!.AsArray().Select(one => one!["attributeName"]!.ToString()).ShouldBe(["fullName", "gender", "dateOfBirth"], ignoreOrder: true);
        (await client.GetAsync("/identity/update-count?filter_attribute_list=gender,email")).Response!.ToJsonString().ShouldBe("""{"attributes":[{"attributeName":"gender","noOfUpdatesLeft":2}]}""");
    }

    [Theory]
    [InlineData("update-demographics", "postalCode")]
    [InlineData("personalized-card", "phone")]
    [InlineData("share-credential", "phone")]
    public async Task The_record_is_read_for_one_use(string type, string attribute)
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var record = (await client.GetAsync($"/identity/info/type/{type}")).Response!;
        record[attribute].ShouldNotBeNull().ToString().ShouldBe(attribute is "phone" ? resident.Phone : "14022");
    }

    [Fact]
    public async Task A_record_for_another_use_is_refused()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        (await client.GetAsync("/identity/info/type/other")).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- schemaType. Valid values are update-demographics, personalized-card, share-credential"));
        (await client.GetAsync("/identity/get-pending-drafts/xxx")).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- languageCode"));
    }

    [Theory]
    [InlineData("PATCH", Path)]
    [InlineData("GET", "/identity/update-count")]
    [InlineData("GET", "/identity/get-pending-drafts/eng")]
    [InlineData("POST", "/identity/discardPendingDraft/1234567890123456")]
    [InlineData("GET", "/identity/info/type/update-demographics")]
    [InlineData("POST", "/documents/1234567890")]
    [InlineData("GET", "/documents/1234567890")]
    [InlineData("GET", "/document/0b7f0e2c-4a6e-4f5e-9d5c-8d0c5b7a3f11?transactionId=1234567890")]
    [InlineData("DELETE", "/documents/0b7f0e2c-4a6e-4f5e-9d5c-8d0c5b7a3f11?transactionId=1234567890")]
    [InlineData("POST", "/contact-details/send-otp")]
    [InlineData("POST", "/contact-details/update-data")]
    public async Task Without_a_sign_in_there_is_nothing(string method, string path)
    {
        var client = await portal.ClientAsync();
        var reply = await client.SendAsync(new HttpMethod(method), path, content: null);
        reply.Status.ShouldBe(401);
        reply.Error.ShouldBe(("KER-ATH-401", "Authentication Failed"));
    }

    private static JsonObject Address(string street) => new()
    {
        ["IDSchemaVersion"] = "0.1",
        ["addressLine1"] = new JsonArray(Text("eng", street), Text("fra", street), Text("ara", street)),
    };

    private static JsonObject Text(string? language, string value) => new() { ["language"] = language, ["value"] = value };

    private static void Entry(JsonObject body, string? language, string value) => Add(body, "addressLine2", new JsonArray(Text(language, value)));

    private static void Add(JsonObject body, string attribute, JsonNode value)
    {
        if (body["request"]?["identity"] is JsonObject identity)
        {
            identity[attribute] = value;
        }
    }
}
