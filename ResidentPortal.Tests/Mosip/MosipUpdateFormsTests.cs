using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The form of updates, joined from ID schema and UI specification: only what both have is asked for (S-61).</summary>
public sealed class MosipUpdateFormsTests
{
    private const string SchemaPath = "GET /v1/syncdata/latestidschema";
    private const string FormPath = "GET /config/resident-ui-update-demographics-schema.json";

    private const string Schema = """
        { "properties": { "identity": { "required": ["IDSchemaVersion", "fullName", "phone"], "properties": {
            "IDSchemaVersion": { "type": "number" }, "UIN": { "type": "string" },
            "fullName": { "$ref": "#/definitions/simpleType", "validators": [ { "type": "regex", "validator": "^(?=.{3,50}$).*", "arguments": [] }, { "type": "script", "validator": "x" } ] },
            "gender": { "$ref": "#/definitions/simpleType" }, "city": { "$ref": "#/definitions/simpleType" },
            "dateOfBirth": { "type": "string" }, "phone": { "type": "string" }, "email": { "type": "string" }, "preferredLang": { "type": "string" },
            "secret": { "type": "string" }, "proofOfAddress": { "$ref": "#/definitions/documentType" }, "proofOfWealth": { "$ref": "#/definitions/documentType" },
            "individualBiometrics": { "$ref": "#/definitions/biometricsType" } } } } }
        """;

    [Fact]
    public async Task The_schema_says_what_a_value_is_and_the_specification_how_it_is_asked_for()
    {
        await using var stub = await StubAsync(
            """{ "attributeName": "phone", "controlType": "textbox", "tabgroup": "contact", "label": { "eng": "Phone", "ara": "الهاتف", "fra": "" }, "validators": [ { "type": "regex", "validator": "[0-9]+", "langCode": "eng" } ] }""",
            """{ "attributeName": "fullName", "controlType": "textbox", "tabgroup": "identity", "label": { "fra": "Nom" }, "validators": [ { "type": "REGEX", "validator": "^(?=.{3,50}$).*" } ] }""",
            """{ "attributeName": "proofOfAddress", "controlType": "fileupload", "tabgroup": "address", "label": { "eng": "Proof of address" } }""",
            """{ "attributeName": "city", "controlType": "dropdown", "tabgroup": "address", "locationHierarchyLevel": "3" }""",
            """{ "attributeName": "gender", "controlType": "dropdown", "tabgroup": "identity", "name": "sex" }""",
            """{ "attributeName": "dateOfBirth", "controlType": "calendar", "tabgroup": "identity" }""",
            """{ "attributeName": "email", "controlType": "textbox", "tabgroup": "contact" }""",
            """{ "attributeName": "preferredLang", "controlType": "dropdown", "tabgroup": "notificationLanguage" }""");

        var form = (await Forms(stub).FindAsync(Cancellation)).Value;

        form.Languages.ShouldBe(["eng", "ara", "fra"]);
        form.Fields.Select(field => (field.Name, field.Group, field.Kind, field.IsLocalised, field.IsRequired, field.Meaning)).ShouldBe(
        [
            ("phone", "contact", FieldKind.Text, false, true, FieldMeaning.Phone),
            ("fullName", "identity", FieldKind.Text, true, true, FieldMeaning.None),
            ("proofOfAddress", "address", FieldKind.Document, false, false, FieldMeaning.None),
            ("city", "address", FieldKind.Place, true, false, FieldMeaning.None),
            ("gender", "identity", FieldKind.Choice, true, false, FieldMeaning.None),
            ("dateOfBirth", "identity", FieldKind.Date, false, false, FieldMeaning.None),
            ("email", "contact", FieldKind.Text, false, false, FieldMeaning.Email),
            ("preferredLang", "notificationLanguage", FieldKind.Choice, false, false, FieldMeaning.MessageLanguage),
        ]);
        form.Find("phone")!.Labels.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "Phone", ["ara"] = "الهاتف" }, ignoreOrder: true);
        form.Find("phone")!.Patterns.ShouldBe([new FieldPattern("[0-9]+", "eng")]);
        form.Find("fullName")!.Patterns.ShouldBe([new FieldPattern("^(?=.{3,50}$).*", Language: null)]);
        (form.Find("city")!.PlaceLevel, form.Find("gender")!.ChoiceList, form.Find("proofOfAddress")!.DocumentCategory).ShouldBe((3, "sex", "POA"));
        stub.Log.Lines.ShouldNotContain(line => line.Contains("left out", StringComparison.Ordinal));
        stub.Only(FormPath).Cookie.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "attributeName": "nickname", "controlType": "textbox", "tabgroup": "identity" }""")]
    [InlineData("""{ "attributeName": "UIN", "controlType": "textbox", "tabgroup": "identity" }""")]
    [InlineData("""{ "attributeName": "IDSchemaVersion", "controlType": "textbox", "tabgroup": "identity" }""")]
    [InlineData("""{ "attributeName": "individualBiometrics", "controlType": "fileupload", "tabgroup": "identity" }""")]
    [InlineData("""{ "attributeName": "individualBiometrics", "controlType": "textbox", "tabgroup": "identity" }""")]
    [InlineData("""{ "attributeName": "proofOfAddress", "controlType": "textbox", "tabgroup": "address" }""")]
    [InlineData("""{ "attributeName": "email", "controlType": "fileupload", "tabgroup": "contact" }""")]
    [InlineData("""{ "attributeName": "proofOfWealth", "controlType": "fileupload", "tabgroup": "identity" }""")]
    [InlineData("""{ "attributeName": "email", "controlType": "hologram", "tabgroup": "contact" }""")]
    [InlineData("""{ "attributeName": "city", "controlType": "dropdown", "tabgroup": "address", "locationHierarchyLevel": "deep" }""")]
    [InlineData("""{ "attributeName": "email", "controlType": "textbox" }""")]
    [InlineData("""{ "controlType": "textbox", "tabgroup": "contact" }""")]
    [InlineData("\"email\"")]
    [InlineData("""{ "attributeName": "phone", "controlType": "textbox", "tabgroup": "again" }""")]
    public async Task S_61_an_entry_that_fits_nowhere_is_no_field_and_is_counted(string entry)
    {
        await using var stub = await StubAsync("""{ "attributeName": "phone", "controlType": "textbox", "tabgroup": "contact" }""", entry);

        var form = (await Forms(stub).FindAsync(Cancellation)).Value;

        form.Fields.ShouldHaveSingleItem().Group.ShouldBe("contact");
        stub.Log.Lines.ShouldContain("Warning The form of updates has 1 entries that cannot be understood, come twice, or are not in the ID schema; they are left out ", StringComparer.Ordinal);
    }

    [Fact]
    public async Task S_61_what_the_specification_does_not_name_is_no_field()
    {
        await using var stub = await StubAsync("""{ "attributeName": "email", "controlType": "textbox", "tabgroup": "contact" }""");

        (await Forms(stub).FindAsync(Cancellation)).Value.Find("secret").ShouldBeNull();
    }

    [Fact]
    public async Task The_form_is_kept_for_an_hour()
    {
        await using var stub = await StubAsync("""{ "attributeName": "email", "controlType": "textbox", "tabgroup": "contact" }""");
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));
        var forms = stub.Adapters(clock).GetRequiredService<IUpdateForms>();

        await forms.FindAsync(Cancellation);
        clock.Advance(TimeSpan.FromMinutes(59));
        await forms.FindAsync(Cancellation);
        (stub.CountOf(SchemaPath), stub.CountOf(FormPath)).ShouldBe((1, 1));

        clock.Advance(TimeSpan.FromMinutes(1));
        await forms.FindAsync(Cancellation);
        (stub.CountOf(SchemaPath), stub.CountOf(FormPath)).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(SchemaPath, """{ "errors": [ { "errorCode": "KER-SCH-007" } ] }""")]
    [InlineData(SchemaPath, """{ "response": { "idVersion": 0.1, "schemaJson": "no JSON" } }""")]
    [InlineData(SchemaPath, """{ "response": { "idVersion": 0.1, "schemaJson": "{ \"properties\": {} }" } }""")]
    [InlineData(FormPath, """{ "identities": [] }""")]
    [InlineData(FormPath, "[]")]
    public async Task Without_schema_or_specification_there_is_no_form_and_both_are_asked_for_again(string path, string answer)
    {
        await using var stub = await StubAsync("""{ "attributeName": "email", "controlType": "textbox", "tabgroup": "contact" }""");
        var forms = Forms(stub);
        stub.On(path, answer);
        (await forms.FindAsync(Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);

        On(stub, """{ "attributeName": "email", "controlType": "textbox", "tabgroup": "contact" }""");
        (await forms.FindAsync(Cancellation)).Value.Fields.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Languages_and_categories_of_papers_are_the_countrys()
    {
        await using var stub = await StubAsync("""{ "attributeName": "proofOfWealth", "controlType": "fileupload", "tabgroup": "identity" }""");

        var form = (await Forms(stub, ("Languages", "khm, eng"), ("UpdateDocuments", "proofOfWealth:POW")).FindAsync(Cancellation)).Value;

        form.Languages.ShouldBe(["khm", "eng"]);
        form.Fields.ShouldHaveSingleItem().DocumentCategory.ShouldBe("POW");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IUpdateForms Forms(PlatformStub stub, params (string, string)[] settings) => stub.Adapters(settings: settings).GetRequiredService<IUpdateForms>();

    private static async Task<PlatformStub> StubAsync(params string[] entries)
    {
        var stub = await PlatformStub.StartAsync();
        On(stub, entries);
        return stub;
    }

    private static void On(PlatformStub stub, params string[] entries) => stub
        .On(SchemaPath, System.Text.Json.JsonSerializer.Serialize(new { response = new { idVersion = 0.1, schemaJson = Schema } }))
        .On(FormPath, $$"""{ "identity": [ {{string.Join(',', entries)}} ] }""");
}
