using System.Text.Json.Nodes;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>Lost numbers over the interface: the code goes to the contact that was named, the number to the registered one, and no answer tells whether there is anybody (S-01, S-15).</summary>
public sealed class RecoverNumberContractTests(ApiPortal portal)
{
    private const string Mistaken = "Input transactionID does not match transactionID of OTP Request";

    [Theory]
    [InlineData("uin")]
    [InlineData("rid")]
    public async Task Each_check_of_finding_answers_in_its_turn(string number) => await Person(new ContractTable(HttpMethod.Post, $"/req/{number}", () => Body($"mosip.resident.{number}")).Head())
        .Field("otp", "otp", mayBeMissing: false, "", null)
        .Field("transactionID", "transactionId", mayBeMissing: false, "", null)
        .WalkAsync(await portal.ClientAsync());

    [Theory]
    [InlineData("uin")]
    [InlineData("rid")]
    public async Task Each_check_of_asking_for_the_code_answers_in_its_turn(string number) => await Person(new ContractTable(HttpMethod.Post, $"/req/{number}/otp", () => Body($"mosip.resident.lost{number}")).Head())
        .Field("transactionID", "transactionId", mayBeMissing: false, "", null)
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task A_lost_number_goes_to_the_registered_contact_and_its_answer_hides_every_digit()
    {
        var client = await portal.ClientAsync();
        var asked = await client.PostAsync("/req/uin/otp", Body("mosip.resident.lostuin", phone: Residents.MeerasPhone, name: "Meera Kaldan"));
        asked.Error.ShouldBeNull(asked.Text);
        asked.Response!["maskedMobile"]!.ToString().ShouldEndWith("0001");
        asked.Text.ShouldNotContain(Residents.MeerasPhone);

        var body = Body("mosip.resident.uin", phone: Residents.MeerasPhone, name: "Meera Kaldan");
        ContractTable.Set(body, "otp", await client.Portal.ReadCodeAsync(Residents.MeerasPhone));
        var found = await client.PostAsync("/req/uin", body);

        found.Error.ShouldBeNull(found.Text);
        found.Response!["uin"]!.ToString().ShouldBe("XXXXXXXXXX");
        found.Response["message"]!.ToString().ShouldBe("Notification has been sent to the provided contact phone number");
        found.Response["password"]!.ToString().Length.ShouldBe(8);
        found.Text.ShouldNotContain(Residents.Meera);
        (await client.Portal.ReadLinkAsync("/lost-number/link/")).ShouldStartWith("/lost-number/link/");
        (await client.PostAsync("/req/uin", body)).Error.ShouldBe(("RES-SER-422", Mistaken));
    }

    [Theory]
    [InlineData("uin", "XXXXXXXXXX")]
    [InlineData("rid", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXX")]
    public async Task S_01_Of_nobody_the_answers_are_the_same(string number, string hidden)
    {
        var client = await portal.ClientAsync();
        var phone = NewPhone();
        var asked = await client.PostAsync($"/req/{number}/otp", Body($"mosip.resident.lost{number}", phone));
        asked.Response!.AsObject().Select(member => member.Key).ShouldBe(["maskedMobile", "maskedEmail"]);

        var body = Body($"mosip.resident.lost{number}", phone);
        ContractTable.Set(body, "otp", await client.Portal.ReadCodeAsync(phone));
        var found = await client.PostAsync($"/req/{number}", body);

        found.Response!.AsObject().Select(member => member.Key).ShouldBe([number, "message", "password"]);
        found.Response[number]!.ToString().ShouldBe(hidden);
        found.Response["message"]!.ToString().ShouldBe("Notification has been sent to the provided contact phone number");
    }

    [Fact]
    public async Task A_code_holds_for_its_transaction_and_its_person_alone_and_a_malformed_one_is_a_wrong_one()
    {
        var client = await portal.ClientAsync();
        var phone = NewPhone();
        (await client.PostAsync("/req/uin/otp", Body("mosip.resident.uin", phone))).Error.ShouldBeNull();
        var otp = await client.Portal.ReadCodeAsync(phone);

        (await FindAsync(body => ContractTable.Set(body, "transactionID", "1234567891"))).ShouldBe(("RES-SER-422", Mistaken));
        (await FindAsync(body => body["request"]!["demographics"]!["postalCode"] = "14023")).ShouldBe(("RES-SER-422", Mistaken));
        (await FindAsync(body => ContractTable.Set(body, "otp", otp is "000000" ? "000001" : "000000"))).ShouldBe(("RES-SER-422", "OTP is invalid"));
        (await FindAsync(body => ContractTable.Set(body, "otp", "12ab"))).ShouldBe(("RES-SER-422", "OTP is invalid"));
        (await FindAsync(body => body["id"] = "mosip.resident.lostuin")).ShouldBeNull();

        async Task<(string Code, string Message)?> FindAsync(Action<JsonObject> change)
        {
            var body = Body("mosip.resident.uin", phone);
            ContractTable.Set(body, "otp", otp);
            change(body);
            return (await client.PostAsync("/req/uin", body)).Error;
        }
    }

    [Fact]
    public async Task Demographics_come_in_the_forms_of_the_specification_and_in_plain_ones()
    {
        var client = await portal.ClientAsync();
        var email = $"{Guid.NewGuid():N}@example.org";
        var body = Body("mosip.resident.uin");
        ContractTable.Set(body, "demographics", new JsonObject
        {
            ["name"] = "Nobody Atall", ["gender"] = new JsonArray(), ["postalCode"] = new JsonObject { ["type"] = 10004 }, ["phone"] = null, ["email"] = new JsonObject { ["type"] = email },
        });
        var asked = await client.PostAsync("/req/uin/otp", body);
        asked.Error.ShouldBeNull(asked.Text);
        (asked.Response!["maskedMobile"], asked.Response["maskedEmail"]!.ToString()[^12..]).ShouldBe((null, "@example.org"));
    }

    [Fact]
    public async Task Contacts_that_are_none_are_refused_with_the_rest_and_too_many_codes_are_too_many()
    {
        var client = await portal.ClientOfSlowCodesAsync();
        (await client.PostAsync("/req/uin/otp", Body("mosip.resident.uin", "12"))).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- demographics"));
        (await client.PostAsync("/req/uin/otp", Body("mosip.resident.uin", NewPhone(), new string('x', 161)))).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- demographics"));

        var phone = NewPhone();
        (await client.PostAsync("/req/uin/otp", Body("mosip.resident.uin", phone))).Error.ShouldBeNull();
        var again = await client.PostAsync("/req/uin/otp", Body("mosip.resident.uin", phone));
        again.Error.ShouldBe(("RES-SER-510", "Innumerous OTP requests received"));
        again.Headers.Keys.ShouldContain("Retry-After");
    }

    private static ContractTable Person(ContractTable table)
    {
        table.Field("individualIdType", "individualIdType", mayBeMissing: false, "UIN", "", null).Field("demographics", "demographics", mayBeMissing: false, null, new JsonObject());
        foreach (var (field, value) in new (string, JsonNode?)[] { ("name", null), ("name", new JsonArray()), ("name", ""), ("postalCode", null), ("postalCode", new JsonObject()), ("phone", null), ("phone", new JsonObject { ["type"] = "" }) })
        {
            table.Invalid("demographics", "demographics", body =>
            {
                if (body["request"]?["demographics"] is JsonObject person)
                {
                    person[field] = value?.DeepClone();
                }
            });
        }

        return table;
    }

    private static string NewPhone() => $"96{EventId.New().Value[..8]}";

    private static JsonObject Body(string id, string phone = "9000000098", string name = "Nobody Atall") => ApiClient.Envelope(id, "v1", new JsonObject
    {
        ["transactionID"] = "1234567890",
        ["individualIdType"] = "demo",
        ["otp"] = "123456",
        ["demographics"] = new JsonObject
        {
            ["name"] = new JsonArray(new JsonObject { ["language"] = "eng", ["value"] = name }),
            ["postalCode"] = new JsonObject { ["value"] = "14022" },
            ["phone"] = new JsonObject { ["type"] = phone },
        },
    });
}
