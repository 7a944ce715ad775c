using System.Text;
using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Api.UpdateCalls;

namespace ResidentPortal.Tests.Api;

/// <summary><c>POST /req/update-uin</c>.</summary>
public sealed class UpdateUinContractTests(ApiPortal portal)
{
    private const string Path = "/req/update-uin";
    private const string Sent = "Notification has been sent to the provided contact detail(s)";

    private static readonly JsonObject Address = new() { ["addressLine1"] = "x" };

    [Fact]
    public async Task Each_check_before_the_code_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await new ContractTable(HttpMethod.Post, Path, () => Body(resident.Uin, "1234567890", "123456", Identity(resident.Uin)))
            .Head()
            .Field("individualIdType", "individualIdType", mayBeMissing: false, "", "RID", null)
            .Field("individualId", "individualId", mayBeMissing: false, "", "4952408650", "123")
            .Field("otp", "otp", mayBeMissing: false, "", null)
            .Invalid("transactionId", "transactionID", body => Spoil(body, Address, "12"))
            .Invalid("transactionId", "transactionID", body => Spoil(body, Address, "12345678901"))
            .Field("transactionID", "transactionID", mayBeMissing: false, "", null)
            .Field("identityJson", "identityJson", mayBeMissing: false, "", null)
            .Row("identityJson", body => ContractTable.Set(body, "identityJson", "%%%"), "RES-SER-420", "IO Exception occured")
            .Row("identityJson", body => ContractTable.Set(body, "identityJson", Convert.ToBase64String("{\"identity\":"u8)), "RES-SER-420", "IO Exception occured")
            .Row("code", _ => { }, "RES-SER-422", "Input transactionID does not match transactionID of OTP Request")
            .WalkAsync(client);
    }

    [Fact]
    public async Task Contacts_and_the_language_of_messages_need_no_transaction_of_documents()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var body = Body(resident.Uin, "12", "123456", Identity(resident.Uin));
        ContractTable.Set(body, "identity", new JsonObject { ["email"] = "new@example.org", ["preferredLang"] = "fra" });

        (await client.PostAsync(Path, body)).Error.ShouldBe(("RES-SER-422", "Invalid Input Parameter - transactionID"));
    }

    [Fact]
    public async Task Each_check_after_the_code_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        (string Name, Action<JsonObject, JsonObject> Spoil, string Code, string Message)[] rows =
        [
            ("identity", (body, _) => ContractTable.Set(body, "identityJson", Encoded(new JsonObject())), "RES-SER-421", "JSON Processing Exception occured"),
            ("identity", (body, _) => ContractTable.Set(body, "identityJson", Convert.ToBase64String("[]"u8)), "RES-SER-421", "JSON Processing Exception occured"),
            ("type", (body, _) => ContractTable.Set(body, "individualIdType", "uin"), "RES-SER-432", "Individual Id type is invalid"),
            ("identity", (body, identity) => Change(body, identity, "UIN", Residents.Meera), "RES-SER-433", "Individual Id in request and identity json UIN is not matching"),
            ("identity", (body, identity) => Change(body, identity, "UIN", null), "RES-SER-433", "Individual Id in request and identity json UIN is not matching"),
            ("documents", (body, _) => ContractTable.Set(body, "documents", new JsonArray()), "RES-SER-461", "No document found for transactionID: "),
        ];
        for (var first = 0; first < rows.Length; first++)
        {
            foreach (var other in rows[(first + 1)..].Where(other => !string.Equals(other.Name, rows[first].Name, StringComparison.Ordinal)).Select(other => other.Spoil).Prepend((_, _) => { }))
            {
                var resident = client.NewResident();
                var (transaction, otp) = await client.AskOtpAsync(resident);
                var identity = Identity(resident.Uin);
                var body = Body(resident.Uin, transaction, otp, identity);
                other(body, identity);
                rows[first].Spoil(body, identity);

                var wanted = rows[first].Message.EndsWith(' ') ? rows[first].Message + transaction : rows[first].Message;
                (await client.PostAsync(Path, body)).Error.ShouldBe((rows[first].Code, wanted), body.ToJsonString());
                client.PacketsOf(resident).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public async Task An_update_is_handed_in_with_its_document_and_answered_by_its_RID()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();

        var reply = await SendAsync(client, resident, Identity(resident.Uin));

        reply.Error.ShouldBeNull(reply.Text);
        reply.Json["id"]!.ToString().ShouldBe("mosip.resident.updateuin");
        var packet = client.PacketsOf(resident).ShouldHaveSingleItem();
        reply.Response!.ToJsonString().ShouldBe($$"""{"registrationId":"{{packet.Rid}}","message":"{{Sent}}"}""");
        packet.Attributes["postalCode"].ToString().ShouldBe("20100");
        packet.Documents.ShouldHaveSingleItem().Type.ShouldBe("RNC");
    }

    [Fact]
    public async Task It_goes_by_a_VID_too_and_by_the_other_base64_and_with_unknown_fields()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident, resident.Vid);
        var body = Body(resident.Vid, transaction, otp, Identity(resident.Uin));
        ContractTable.Set(body, "identityJson", ((string)body["request"]!["identityJson"]!).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        ContractTable.Set(body, "other", new JsonArray(1));

        (await client.PostAsync(Path, body)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Texts_come_by_language_and_choices_as_codes_or_words()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var identity = Identity(resident.Uin);
        identity["addressLine1"] = new JsonArray(Text("eng", "7 Cedar Street"), Text("fra", "7 rue du Cèdre"), Text("ara", "7 شارع الأرز"));
        identity["preferredLang"] = resident.PreferredLanguage is "fra" ? "eng" : "fra";

        var reply = await SendAsync(client, resident, identity);

        reply.Error.ShouldBeNull(reply.Text);
        client.PacketsOf(resident).ShouldHaveSingleItem().Attributes["addressLine1"].AsArray().Select(text => $"{text!["language"]} {text["value"]}").ShouldContain("fra 7 rue du Cèdre");
    }

    [Theory]
    [InlineData("postalCode", "2010", "RES-SER-410", "Invalid Input Parameter- postalCode")]
    [InlineData("dateOfBirth", "1990/02/30", "RES-SER-410", "Invalid Input Parameter- dateOfBirth")]
    [InlineData("nothingLikeIt", "x", "RES-SER-410", "Invalid Input Parameter- identityJson")]
    [InlineData("individualBiometrics", "x", "RES-SER-410", "Invalid Input Parameter- identityJson")]
    [InlineData("postalCode", "14022", "RES-SER-527", "Same data already present for Attribute:- postalCode")]
    public async Task S_61_What_the_countrys_rules_do_not_allow_is_not_sent(string attribute, string value, string code, string message)
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var identity = Identity(resident.Uin);
        identity[attribute] = value;

        (await SendAsync(client, resident, identity)).Error.ShouldBe((code, message));
        client.PacketsOf(resident).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paper_that_is_needed_and_a_file_that_is_none_are_told()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var bare = Identity(resident.Uin);
        bare.Remove("proofOfAddress");
        var (transaction, otp) = await client.AskOtpAsync(resident);
        (await client.PostAsync(Path, Body(resident.Uin, transaction, otp, bare))).Error.ShouldBe(("RES-SER-461", $"No document found for transactionID: {transaction}"));

        var other = client.NewResident();
        (await SendAsync(client, other, Identity(other.Uin), "not a paper"u8.ToArray())).Error.ShouldBe(("RES-SER-516", "Unsupported file type. Supported file extensions: jpg, jpeg, png, pdf"));
        var cut = client.NewResident();
        (await SendAsync(client, cut, Identity(cut.Uin), UpdateSteps.Paper[..300])).Error.ShouldBe(("RES-SER-319", "The file uploaded is corrupted"));
    }

    [Fact]
    public async Task An_identity_with_half_a_letter_in_it_is_no_JSON()
    {
        var client = await portal.ClientAsync();
        var body = Body(Residents.Meera, "1234567890", "123456", Identity(Residents.Meera));
        ContractTable.Set(body, "identityJson", Convert.ToBase64String("{\"identity\":{\"postalCode\":\"\\ud800\"}}"u8));

        (await client.PostAsync(Path, body)).Error!.Value.Code.ShouldBe("RES-SER-420");
    }

    [Fact]
    public async Task While_one_is_on_its_way_there_is_no_other()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        (await SendAsync(client, resident, Identity(resident.Uin))).Error.ShouldBeNull();

        (await SendAsync(client, resident, Identity(resident.Uin))).Error!.Value.Code.ShouldBeOneOf("RES-SER-524", "RES-SER-525");
        client.PacketsOf(resident).ShouldHaveSingleItem();
    }

    private static JsonObject Text(string language, string value) => new() { ["language"] = language, ["value"] = value };

    private static async Task<ApiReply> SendAsync(ApiClient client, Resident resident, JsonObject identity, byte[]? file = null)
    {
        var (transaction, otp) = await client.AskOtpAsync(resident);
        var body = Body(resident.Uin, transaction, otp, identity);
        if (file is not null)
        {
            ContractTable.Set(body, "documents", new JsonArray(new JsonObject { ["name"] = "contract", ["value"] = Convert.ToBase64String(file) }));
        }

        return await client.PostAsync(Path, body);
    }

    private static void Spoil(JsonObject body, JsonObject identity, string transaction)
    {
        ContractTable.Set(body, "identity", identity);
        ContractTable.Set(body, "transactionID", transaction);
    }

    private static void Change(JsonObject body, JsonObject identity, string attribute, string? value)
    {
        var changed = (JsonObject)identity.DeepClone();
        changed[attribute] = value;
        ContractTable.Set(body, "identityJson", Encoded(changed));
    }
}
