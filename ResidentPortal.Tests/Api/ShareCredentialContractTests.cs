using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>POST /share-credential</c> and <c>GET /auth-proxy/partners</c>.</summary>
public sealed class ShareCredentialContractTests(ApiPortal portal)
{
    private const string Path = "/share-credential";
    private const string Bank = "partner-harbour-bank";

    private static readonly (int Status, (string Code, string Message)? Error) NotSignedIn = (401, ("KER-ATH-401", "Authentication Failed"));

    [Fact]
    public async Task Each_check_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());

        await new ContractTable(HttpMethod.Post, Path, () => Body(Attribute("fullName")))
            .Head(requestFirst: false)
            .Invalid("request", "request", body => body.Remove("request"))
            .Row("sharableAttributes", body => ContractTable.Set(body, "sharableAttributes", new JsonArray()), "RES-SER-414", "Missing input Parameter- attributeList")
            .Row("sharableAttributes", body => body["request"]?.AsObject().Remove("sharableAttributes"), "RES-SER-414", "Missing input Parameter- attributeList")
            .Row("purpose", body => ContractTable.Set(body, "purpose", " "), "RES-SER-414", "Missing input Parameter- purpose")
            .Row("purpose", body => body["request"]?.AsObject().Remove("purpose"), "RES-SER-414", "Missing input Parameter- purpose")
            .Row("purpose", body => ContractTable.Set(body, "purpose", new string('a', 1025)), "RES-SER-514", "Input text size exceeds the limit; Character limit=1024; inputType=purpose")
            .Row("purpose", body => ContractTable.Set(body, "purpose", "Account!"), "RES-SER-515", "Input text contains special characters;inputType=purpose")
            .Row("purpose", body => ContractTable.Set(body, "purpose", "Account\n"), "RES-SER-515", "Input text contains special characters;inputType=purpose")
            .Field("partnerId", "partnerId", mayBeMissing: false, "", " ", "nobody", "partner-old-library")
            .Row("consent", body => ContractTable.Set(body, "consent", "DENIED"), "RES-SER-461", NoConsent)
            .Row("consent", body => body["request"]?.AsObject().Remove("consent"), "RES-SER-461", NoConsent)
            .WalkAsync(client);
    }

    [Fact]
    public async Task What_was_chosen_is_asked_of_the_platform_and_the_event_is_in_the_header()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var body = Body(Attribute("dateOfBirth", "YYYY"), Attribute("phone", isMasked: true), Attribute("fullAddress", "city,postalCode"), Attribute("fullName", format: ""));
        ContractTable.Set(body, "consent", "accepted");

        var reply = await client.PostAsync(Path, body);

        reply.Error.ShouldBeNull(reply.Text);
        reply.Response!.ToJsonString().ShouldBe("""{"status":"Success"}""");
        reply.Headers["eventId"].ShouldMatch("^[0-9]{16}$");
        var share = client.Portal.Sandbox.State.Credentials.All.Single(order => string.Equals(order.Id, resident.Uin, StringComparison.Ordinal)).Share!;
        share.Masked.ShouldBe(["phone"]);
        share.Formats.ShouldContainKeyAndValue("dateOfBirth", "YYYY");
        share.Attributes.ShouldContain("city");
        share.Attributes.ShouldNotContain("addressLine1");
    }

    [Theory]
    [InlineData("bloodGroup", null)]
    [InlineData("dateOfBirth", "hh:mm")]
    [InlineData("", null)]
    public async Task What_is_not_offered_is_not_left_out_silently(string attribute, string? format)
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);

        (await client.PostAsync(Path, Body(Attribute("fullName"), Attribute(attribute, format)))).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- sharableAttributes"));
        client.Portal.Sandbox.State.Credentials.All.ShouldNotContain(order => string.Equals(order.Id, resident.Uin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_is_a_bad_request_of_the_event()
    {
        await using var own = await World.PortalHost.StartAsync(change: null, ("Api:Address", World.PortalHost.ApiListener), ("Api:OpenToAll", "true"));
        var client = new ApiClient(own);
        await client.SignInAsync(client.NewResident());
        own.Sandbox.Faults.Set("credentialrequest.generate", Sandbox.FaultNames.Http500);

        var reply = await client.PostAsync(Path, Body(Attribute("fullName")));

        (reply.Status, reply.Error).ShouldBe((400, ("RES-SER-412", "Unable to access API resource")));
        reply.Headers["eventId"].ShouldMatch("^[0-9]{16}$");
    }

    [Fact]
    public async Task A_purpose_of_more_than_1024_letters_is_too_long()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        var body = Body(Attribute("fullName"));
        ContractTable.Set(body, "purpose", new string('a', 1025));

        (await client.PostAsync(Path, body)).Error.ShouldBe(("RES-SER-514", "Input text size exceeds the limit; Character limit=1024; inputType=purpose"));
    }

    [Fact]
    public async Task Without_a_sign_in_nothing_is_shared_and_no_partner_listed()
    {
        var client = await portal.ClientAsync();

        var shared = await client.PostAsync(Path, Body(Attribute("fullName")));
        (shared.Status, shared.Error).ShouldBe(NotSignedIn);
        var listed = await client.GetAsync("/auth-proxy/partners?partnerType=Auth_Partner");
        (listed.Status, listed.Error).ShouldBe(NotSignedIn);
    }

    [Fact]
    public async Task Partners_are_listed_by_type_as_the_platform_has_them()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());

        var printers = await client.GetAsync("/auth-proxy/partners?partnerType=Print_Partner");
        printers.Response!.ToJsonString().ShouldBe("""
            {"partners":[{"partnerID":"mpartner-default-print","status":"ACTIVE","organizationName":"State Printing House","contactNumber":null,"emailId":null,"address":"Casablanca","partnerType":"Print_Partner","logoUrl":null}]}
            """);
        (await client.GetAsync("/auth-proxy/partners")).Response!["partners"]!.AsArray().Count.ShouldBe(6);
        (await client.GetAsync("/auth-proxy/partners?partnerType=x%26y")).Response!["partners"]!.AsArray().ShouldBeEmpty();
    }

    private const string NoConsent = "Accepting the terms and conditions is a mandatory action to proceed further. Please accept the consent to proceed";

    private static JsonObject Attribute(string name, string? format = null, bool isMasked = false) => new() { ["attributeName"] = name, ["format"] = format, ["isMasked"] = isMasked };

    private static JsonObject Body(params JsonObject[] attributes) => ApiClient.Envelope("mosip.resident.share.credential", "1.0", new JsonObject
    {
        ["partnerId"] = Bank, ["sharableAttributes"] = new JsonArray([.. attributes.Select(attribute => (JsonNode)attribute)]), ["purpose"] = "To open an account", ["consent"] = "ACCEPTED",
    });
}
