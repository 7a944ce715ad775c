using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Api.UpdateCalls;

namespace ResidentPortal.Tests.Api;

/// <summary><c>POST /contact-details/send-otp</c> and <c>/update-data</c>.</summary>
public sealed class ContactDetailsContractTests(ApiPortal portal)
{
    private const string Send = "/contact-details/send-otp";
    private const string Change = "/contact-details/update-data";

    private int _sent;

    [Fact]
    public async Task Each_check_of_a_code_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        await Table(Send, () => SendBody("new@example.org"))
            .Row("contact", body => ContractTable.Set(body, "userId", resident.Email!.ToUpperInvariant()), "RES-SER-519", "Enter a new email ID")
            .Row("contact", body => ContractTable.Set(body, "userId", resident.Phone), "RES-SER-520", "Enter a new phone number")
            .WalkAsync(client);
    }

    [Fact]
    public async Task Each_check_of_a_change_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        await Table(Change, () => ChangeBody("new@example.org", "123456"), body => body["requesttime"] = "2024-02-29T06:39:04.683Z")
            .Field("otp", "otp", mayBeMissing: false, "", "12345", "12345a", "1234567", null)
            .Row("code", _ => { }, "RES-SER-422", "OTP is invalid")
            .WalkAsync(client);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_goes_to_the_new_contact_and_not_two_at_once(bool isPhone)
    {
        var client = await portal.ClientOfSlowCodesAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var contact = New(resident, isPhone);

        var asked = await client.PostAsync(Send, SendBody(contact));
        asked.Response!.ToJsonString().ShouldBe($$"""{"status":"success","message":"{{(isPhone ? "Sms Request Sent" : "Email Request submitted")}}"}""");
        var code = await client.Portal.ReadCodeAsync(contact);
        (await client.PostAsync(Change, ChangeBody(contact, code is "000000" ? "000001" : "000000"))).Error.ShouldBe(("RES-SER-422", "OTP is invalid"));
        (await client.PostAsync(Change, ChangeBody(New(resident, isPhone), code))).Error.ShouldBe(("RES-SER-422", "OTP is invalid"));

        (await client.PostAsync(Send, SendBody(contact))).Error.ShouldBe(("RES-SER-510", "Innumerous OTP requests received"));
        client.PacketsOf(resident).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_right_code_hands_the_change_in_and_names_its_event()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var contact = New(resident, isPhone: false);
        (await client.PostAsync(Send, SendBody(contact))).Error.ShouldBeNull();
        var code = await client.Portal.ReadCodeAsync(contact);
        var stranger = await portal.ClientAsync();
        await stranger.SignInAsync(stranger.NewResident());
        (await stranger.PostAsync(Change, ChangeBody(contact, code))).Error.ShouldBe(("RES-SER-422", "OTP is invalid"));

        var changed = await client.PostAsync(Change, ChangeBody(contact, code));

        changed.Error.ShouldBeNull(changed.Text);
        changed.Response!["status"]!.ToString().ShouldBe("success");
        changed.Headers["eventId"].Length.ShouldBe(16);
        client.PacketsOf(resident).ShouldHaveSingleItem().Attributes["email"].ToString().ShouldBe(contact);
        (await client.PostAsync(Send, SendBody(New(resident, isPhone: true)))).Error!.Value.Code.ShouldBeOneOf("RES-SER-524", "RES-SER-525");
    }

    private static ContractTable Table(string path, Func<JsonObject> valid, Action<JsonObject>? late = null)
    {
        var table = new ContractTable(HttpMethod.Post, path, valid)
            .Row("requesttime", body => body["requesttime"] = "2024-02-29T06:39:04", "RES-SER-418", "Bad Request")
            .Row("requesttime", body => body["requesttime"] = "", "RES-SER-418", "Bad Request")
            .Invalid("id", "id", body => body.Remove("id"))
            .Invalid("id", "id", body => body["id"] = "mosip.resident.other")
            .Invalid("version", "version", body => body["version"] = "v1")
            .Invalid("requesttime", "requesttime", body => body.Remove("requesttime"));
        if (late is not null)
        {
            table.Invalid("requesttime", "requesttime", late);
        }

        return table.Row("request", body => body.Remove("request"), "RES-SER-418", "Bad Request")
            .Field("transactionId", "transactionId", mayBeMissing: false, "", "123", "123456789x", null)
            .Field("userId", "userId", mayBeMissing: false, "", "nobody", "12", null);
    }

    private string New(Resident resident, bool isPhone) => isPhone ? $"9{resident.Uin[..7]}{++_sent:D2}" : $"new{++_sent}.{resident.Uin}@example.org";

    private static JsonObject SendBody(string contact) =>
        ApiClient.Envelope("mosip.resident.contact.details.send.otp.id", "1.0", new JsonObject { ["userId"] = contact, ["transactionId"] = Transaction });

    private static JsonObject ChangeBody(string contact, string otp) =>
        ApiClient.Envelope("MOSIP.resident.contact.details.update.id", "1.0", new JsonObject { ["userId"] = contact, ["transactionId"] = Transaction, ["otp"] = otp });
}
