using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Organisations, their policies, and data shared with them, over the wire.</summary>
public sealed class MosipSharingTests
{
    private const string SharePath = "POST /v1/credentialrequest/requestgenerator";
    private const string CancelPath = "GET /v1/credentialrequest/cancel/5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11";
    private const string StatusPath = "GET /v1/credentialrequest/get/5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11";
    private const string NewerPath = "GET /v1/partnermanager/partners/v2";
    private const string OlderPath = "GET /v1/partnermanager/partners";
    private const string PolicyPath = "GET /v1/partnermanager/partners/bank-1/credentialtype/vercred/policies";
    private const string FormPath = "GET /config/resident-ui-share-credential-schema.json";

    private const string Banks = """
        { "response": { "partners": [
          { "partnerID": "bank-1", "status": "ACTIVE", "organizationName": "Harbour Bank", "contactNumber": 522, "emailId": "a@b.example" },
          { "partnerID": "bank-2", "status": "INACTIVE", "organizationName": "Gone Bank" },
          { "partnerID": "bank-3", "isActive": false, "organizationName": "Closed Bank" },
          { "partnerID": "../x", "organizationName": "Odd Bank" },
          { "partnerID": "a-clinic", "status": "approved", "organizationName": null } ] }, "errors": [] }
        """;

    private static readonly Guid RequestId = Guid.Parse("5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_shared_goes_out_as_the_platform_spells_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SharePath, $$"""{ "response": { "requestId": "{{RequestId}}", "id": "4952408651" }, "errors": [] }""");

        (await ShareAsync(stub)).Value.ShouldBe(RequestId);

        stub.Only(SharePath).Json.GetProperty("request").GetRawText().ShouldBe("""
            {"id":"4952408651","credentialType":"vercred","issuer":"bank-1","recepiant":null,"user":null,"encrypt":false,"encryptionKey":null,"sharableAttributes":["dateOfBirth","city","postalCode","fullAddress","phone"],"additionalData":{"formatingAttributes":{"dateOfBirth":"YYYY","fullAddress":"city,postalCode"},"maskingAttributes":["phone"]}}
            """);
    }

    [Theory]
    [InlineData("IDR-IDC-002", "common.refused")]
    [InlineData("IDR-IDC-777", "common.refused")]
    [InlineData("IDR-CRG-001", "common.outcomeUnknown")]
    [InlineData("IDR-CRG-005", "common.outcomeUnknown")]
    [InlineData("KER-ATH-403", "common.serviceUnavailable")]
    public async Task R_05_An_error_inside_a_200_is_no_sharing_and_nothing_is_sent_twice(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(SharePath, context => context.Error(code));

        (await ShareAsync(stub)).Problem!.Key.ShouldBe(problem);
        stub.CountOf(SharePath).ShouldBe(1);
    }

    [Theory]
    [InlineData("IDR-CRG-004", "sharing.tooLate")]
    [InlineData("IDR-CRG-003", "sharing.unknownRequest")]
    [InlineData("IDR-CRG-001", "common.outcomeUnknown")]
    public async Task Taking_back_is_a_GET_that_is_never_repeated(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(CancelPath, context => context.Error(code));

        (await stub.Adapters().GetRequiredService<IShareRequests>().TakeBackAsync(RequestId, Cancellation)).Problem!.Key.ShouldBe(problem);
        stub.CountOf(CancelPath).ShouldBe(1);
    }

    [Fact]
    public async Task Taking_back_that_breaks_off_is_unknown_and_not_repeated()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(CancelPath, "<html>gateway</html>", 502);

        (await stub.Adapters().GetRequiredService<IShareRequests>().TakeBackAsync(RequestId, Cancellation)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
        stub.CountOf(CancelPath).ShouldBe(1);
    }

    [Theory]
    [InlineData("NEW", ShareStage.Waiting)]
    [InlineData("RETRY", ShareStage.Waiting)]
    [InlineData("ISSUED", ShareStage.HandedOver)]
    [InlineData("stored", ShareStage.HandedOver)]
    [InlineData("FAILED", ShareStage.Failed)]
    [InlineData("CANCELLED", ShareStage.TakenBack)]
    [InlineData("ARCHIVED 4952408651", ShareStage.HandedOver)]
    public async Task A_word_of_platform_or_organisation_is_a_stage(string word, ShareStage stage)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(StatusPath, $$"""{ "response": { "requestId": "{{RequestId}}", "statusCode": "{{word}}" }, "errors": [] }""");

        (await stub.Adapters().GetRequiredService<IShareRequests>().FindShareAsync(RequestId, Cancellation)).Value.ShouldBe(stage);
        stub.Log.Lines.ShouldNotContain(line => line.Contains("4952408651", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Organisations_are_those_that_are_taken_on_by_name_and_kept_for_a_day()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(NewerPath, Banks);
        var partners = stub.Adapters().GetRequiredService<IPartners>();

        (await partners.ListAsync(Cancellation)).Value.ShouldBe([new Partner("a-clinic", "a-clinic", null, null), new Partner("bank-1", "Harbour Bank", "522", "a@b.example")]);
        await partners.ListAsync(Cancellation);
        stub.CountOf(NewerPath).ShouldBe(1);
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(403, "{}")]
    [InlineData(200, """{ "response": null, "errors": [ { "errorCode": "PMS_PRT_005" } ] }""")]
    public async Task An_older_platform_is_asked_in_the_older_way(int status, string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(NewerPath, answer, status).On(OlderPath, Banks);

        (await stub.Adapters().GetRequiredService<IPartners>().ListAsync(Cancellation)).Value.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_policy_names_what_the_organisation_calls_it_and_what_it_is_made_of()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(PolicyPath, """{ "response": { "policies": { "shareableAttributes": [ { "attributeName": "address", "source": [ { "attribute": "city" } ] }, { "attributeName": "fullName" }, 7 ] } }, "errors": [] }""");

        (await stub.Adapters().GetRequiredService<IPartners>().FindPolicyAsync("bank-1", Cancellation)).Value.Attributes.ShouldBe(["address", "city", "fullName"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_policy_that_may_not_be_read_says_nothing_and_one_that_is_not_there_makes_no_organisation_to_share_with()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(PolicyPath, "{}", 403);
        (await stub.Adapters().GetRequiredService<IPartners>().FindPolicyAsync("bank-1", Cancellation)).Value.Attributes.ShouldBeNull();
        stub.On(PolicyPath, context => context.Error("PMS_PRT_072"));
        (await stub.Adapters().GetRequiredService<IPartners>().FindPolicyAsync("bank-1", Cancellation)).Problem.ShouldBe(SharingProblems.UnknownPartner);
    }

    [Theory]
    [InlineData("""{ "identity": [ENTRIES] }""")]
    [InlineData("[ENTRIES]")]
    public async Task A_specification_is_read_as_far_as_it_can_be_understood(string file)
    {
        const string Entries = """
            { "attributeName": "dateOfBirth", "formatRequired": true, "maskRequired": true, "label": { "eng": "Born", "fra": 7, "ara": null },
              "formatOption": { "eng": [ { "label": "Year", "value": "YYYY" }, { "label": "x" }, 3 ], "fra": [ { "label": "Année", "value": "YYYY" } ], "ara": "none" } },
            { "attributeName": "phone", "maskRequired": true }, { "attributeName": "phone" }, { "attributeName": "gender", "formatRequired": true, "maskRequired": true, "formatOption": { "eng": [ { "value": "x" } ] } },
            { "attributeName": "fullAddress", "formatRequired": true, "formatOption": { "eng": [ { "label": "City", "value": "city" }, { "label": "Odd", "value": "individualBiometrics" } ] } },
            { "label": { "eng": "Nothing" } }, 5, { "attributeName": { } }
            """;
        await using var stub = await PlatformStub.StartAsync();
        stub.On(FormPath, file.Replace("ENTRIES", Entries, StringComparison.Ordinal));

        var form = (await stub.Adapters().GetRequiredService<IDisclosureForms>().FindAsync(DisclosureUse.Share, Cancellation)).Value;

        form.Fields.Select(field => (field.Name, field.Meaning, field.MayMask, string.Join(' ', field.Formats.Select(format => format.Value)), string.Join(' ', field.Parts.Select(part => part.Value)))).ShouldBe(
        [
            ("dateOfBirth", DisclosureMeaning.Date, false, "YYYY", "dateOfBirth"), ("phone", DisclosureMeaning.Phone, true, "", "phone"), ("gender", DisclosureMeaning.Gender, false, "", "gender"),
            ("fullAddress", DisclosureMeaning.None, false, "", "city"),
        ]);
        (form.Fields[0].LabelIn("eng"), form.Fields[0].Formats[0].LabelIn("fra"), form.Fields[1].LabelIn("eng")).ShouldBe(("Born", "Année", "phone"));
    }

    [Fact]
    public async Task What_is_no_specification_offers_nothing()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(FormPath, """{ "identity": "none" }""");

        (await stub.Adapters().GetRequiredService<IDisclosureForms>().FindAsync(DisclosureUse.Share, Cancellation)).Problem!.Key.ShouldBe("common.serviceUnavailable");
    }

    private static Task<Outcome<Guid>> ShareAsync(PlatformStub stub) => stub.Adapters().GetRequiredService<IShareRequests>().ShareAsync(
        Sample.Uin,
        "bank-1",
        [
            new ShareItem(new DisclosureChoice("dateOfBirth", "YYYY"), ["dateOfBirth"]), new ShareItem(new DisclosureChoice("fullAddress", "city,postalCode"), ["city", "postalCode"]),
            new ShareItem(new DisclosureChoice("phone", IsMasked: true), ["phone"]),
        ],
        Cancellation);
}
