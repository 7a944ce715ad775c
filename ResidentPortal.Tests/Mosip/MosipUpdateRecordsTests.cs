using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Updates;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>What ID repository's record says that an update has to know.</summary>
public sealed class MosipUpdateRecordsTests
{
    private const string Find = "POST /idrepository/v1/identity/idvid/";
    private const string Drafts = "GET /idrepository/v1/identity/draft/uin/4952408651";
    private const string Discard = "DELETE /idrepository/v1/identity/draft/discard/10001100771006920220128223618";
    private const string Counts = "GET /idrepository/v1/identity/4952408651/update-counts";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S_61_the_record_is_read_as_far_as_the_form_goes_and_without_papers_or_biometrics()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On("GET /v1/syncdata/latestidschema", """
            { "response": { "idVersion": 0.1, "schemaJson": "{ \"properties\": { \"identity\": { \"properties\": { \"fullName\": { \"$ref\": \"#/definitions/simpleType\" }, \"phone\": { \"type\": \"string\" }, \"email\": { \"type\": \"string\" }, \"postalCode\": { \"type\": \"string\" }, \"proofOfAddress\": { \"$ref\": \"#/definitions/documentType\" } } } } }" } }
            """);
        stub.On("GET /config/resident-ui-update-demographics-schema.json", """
            { "identity": [ { "attributeName": "fullName", "controlType": "textbox", "tabgroup": "identity" }, { "attributeName": "phone", "controlType": "textbox", "tabgroup": "contact" },
              { "attributeName": "email", "controlType": "textbox", "tabgroup": "contact" }, { "attributeName": "postalCode", "controlType": "textbox", "tabgroup": "address" },
              { "attributeName": "proofOfAddress", "controlType": "fileupload", "tabgroup": "address" } ] }
            """);
        stub.On(Find, """
            { "response": { "status": "ACTIVATED", "identity": { "UIN": "4952408651", "dateOfBirth": "1990/05/17", "phone": "9876543210", "email": " ", "postalCode": 14022,
                "fullName": [ { "language": "eng", "value": " Meera Kaldan " }, { "language": "fra", "value": "" }, { "language": "ara", "value": "ميرا كلدان" } ],
                "proofOfAddress": { "format": "pdf", "type": "RNC", "value": "proofOfAddress" }, "individualBiometrics": { "format": "cbeff", "value": "x" } } } }
            """);

        var record = (await Records(stub).FindAsync(Sample.Uin, Cancellation)).Value;

        record.ShouldBe(
            new Dictionary<string, FieldValue>(StringComparer.Ordinal)
            {
                ["fullName"] = new([new FieldText("eng", "Meera Kaldan"), new FieldText("ara", "ميرا كلدان")]),
                ["phone"] = FieldValue.Of("9876543210"),
                ["postalCode"] = FieldValue.Of("14022"),
            },
            ignoreOrder: true);
        stub.Only(Find).Json.TryGetProperty("type", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_change_that_waits_is_told_with_what_it_changes()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Drafts, """{ "response": { "drafts": [ { "rid": "10001100771006920220128223618", "createdDTimes": "2026-07-10T08:11:12.123", "attributes": ["fullName", "phone"] } ] }, "errors": [] }""");

        var pending = (await Records(stub).ListPendingAsync(Sample.Uin, Cancellation)).Value.ShouldHaveSingleItem();

        pending.Rid.ShouldBe(Sample.Rid);
        pending.Since.ShouldBe(new DateTimeOffset(2026, 7, 10, 8, 11, 12, 123, TimeSpan.Zero));
        pending.Attributes.ShouldBe(["fullName", "phone"]);
    }

    [Theory]
    [InlineData("""{ "response": { "drafts": null } }""", 200)]
    [InlineData("""{ "response": { } }""", 200)]
    [InlineData("""{ "response": { "drafts": [] } }""", 200)]
    [InlineData("""{ "errors": [ { "errorCode": "IDR-IDC-007" } ] }""", 200)]
    [InlineData("Not Found", 404)]
    [InlineData("Not allowed", 405)]
    public async Task Nothing_that_waits_has_many_shapes(string answer, int status)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Drafts, answer, status);

        (await Records(stub).ListPendingAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "response": { "drafts": [ { "rid": "1", "attributes": [] } ] } }""", 200)]
    [InlineData("""{ "errors": [ { "errorCode": "IDR-IDC-002" } ] }""", 400)]
    [InlineData("""{ "errors": [ { "errorCode": "IDR-IDS-010" } ] }""", 200)]
    [InlineData("""{ "response": null, "errors": [ { "errorCode": "IDR-IDC-004" } ] }""", 500)]
    [InlineData("<html></html>", 200)]
    public async Task What_waits_and_cannot_be_read_is_not_taken_for_nothing(string answer, int status)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Drafts, answer, status);

        (await Records(stub).ListPendingAsync(Sample.Uin, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task A_change_that_waits_is_discarded_once()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Discard, """{ "response": { "status": "DISCARDED" }, "errors": [] }""");

        (await Records(stub).DiscardAsync(Sample.Rid, Cancellation)).IsSuccess.ShouldBeTrue();

        stub.CountOf(Discard).ShouldBe(1);
    }

    [Theory]
    [InlineData("IDR-IDC-007", 200, "common.notFound")]
    [InlineData("IDR-IDC-002", 200, "common.refused")]
    [InlineData("IDR-IDC-005", 200, "common.refused")]
    [InlineData("IDR-IDC-004", 200, "common.outcomeUnknown")]
    [InlineData("IDR-IDC-004", 500, "common.outcomeUnknown")]
    [InlineData("IDR-IDS-010", 200, "common.serviceUnavailable")]
    [InlineData("KER-ATH-403", 403, "common.serviceUnavailable")]
    [InlineData("none", 404, "common.refused")]
    public async Task What_stood_in_the_way_of_discarding_is_told_apart(string code, int status, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Discard, status is 404 ? "" : $$"""{ "response": null, "errors": [ { "errorCode": "{{code}}" } ] }""", status);

        (await Records(stub).DiscardAsync(Sample.Rid, Cancellation)).Problem!.Key.ShouldBe(problem);
        stub.CountOf(Discard).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{ "response": { "status": "DRAFTED" } }""")]
    [InlineData("""{ "response": { } }""")]
    [InlineData("<html></html>")]
    public async Task An_answer_that_does_not_say_so_leaves_open_whether_it_was_discarded(string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Discard, answer);

        (await Records(stub).DiscardAsync(Sample.Rid, Cancellation)).Problem.ShouldBe(CommonProblems.OutcomeUnknown);
    }

    [Fact]
    public async Task Changes_that_are_left_are_told_by_attribute_and_all_are_asked_for()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Counts, """
            { "response": { "attributes": [ { "attributeName": "fullName", "noOfUpdatesLeft": 4 }, { "attributeName": "gender", "noOfUpdatesLeft": "0" },
              { "attributeName": "dateOfBirth", "noOfUpdatesLeft": null }, { "noOfUpdatesLeft": 1 } ] } }
            """);

        (await Records(stub).CountLeftAsync(Sample.Uin, Cancellation)).Value
            .ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal) { ["fullName"] = 4, ["gender"] = 0 }, ignoreOrder: true);
        stub.Only(Counts).Query.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "errors": [ { "errorCode": "IDR-IDC-007" } ] }""", 200)]
    [InlineData("", 404)]
    public async Task A_platform_that_does_not_count_has_no_limits(string answer, int status)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Counts, answer, status);

        (await Records(stub).CountLeftAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_platform_is_asked_for_none_of_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        var records = Records(stub, ("PlatformVersion", "1.2.0.1"));

        (await records.ListPendingAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
        (await records.CountLeftAsync(Sample.Uin, Cancellation)).Value.ShouldBeEmpty();
        (await records.DiscardAsync(Sample.Rid, Cancellation)).Problem.ShouldBe(CommonProblems.Refused);

        stub.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_the_person_is_logged()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(Drafts, context => context.Error("IDR-IDS-010"));
        stub.On(Counts, context => context.Error("IDR-XXX-999"));
        stub.On(Discard, context => context.Reset());
        var records = Records(stub);

        await records.ListPendingAsync(Sample.Uin, Cancellation);
        await records.CountLeftAsync(Sample.Uin, Cancellation);
        await records.DiscardAsync(Sample.Rid, Cancellation);

        stub.Log.Lines.ShouldNotBeEmpty();
        stub.Log.Lines.ShouldNotContain(line => line.Contains("4952408651", StringComparison.Ordinal) || line.Contains("10001100771006920220128223618", StringComparison.Ordinal));
    }

    private static IUpdateRecords Records(PlatformStub stub, params (string, string)[] settings) => stub.Adapters(settings: settings).GetRequiredService<IUpdateRecords>();
}
