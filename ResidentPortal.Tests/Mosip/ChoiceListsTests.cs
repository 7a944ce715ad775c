using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>What may be chosen for a field of an update, by master data.</summary>
public sealed class ChoiceListsTests
{
    private const string Master = "GET /v1/masterdata";

    private static readonly UpdateField Gender = Field("gender", FieldKind.Choice);
    private static readonly UpdateField City = Field("city", FieldKind.Place) with { PlaceLevel = 3 };
    private static readonly UpdateField Paper = Field("proofOfAddress", FieldKind.Document) with { DocumentCategory = "POA" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Choices_are_the_values_of_the_dynamic_field_of_the_attributes_name_or_of_the_one_it_names()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/dynamicfields/gender/fra", Values("""{ "code": "FLE", "value": " Féminin " }, { "code": "FLE", "value": "twice" }, { "code": "", "value": "none" }, { "value": "none" }"""));
        stub.On($"{Master}/dynamicfields/sex/fra", Values("""{ "code": "1", "value": "Un" }, { "code": "2", "value": "Deux", "isActive": false }"""));

        (await Choices(stub, Gender, "fra")).ShouldBe([new FieldChoice("FLE", "Féminin")]);
        (await Choices(stub, Gender with { ChoiceList = "sex" }, "fra")).ShouldBe([new FieldChoice("1", "Un")]);
    }

    [Fact]
    public async Task Genders_may_stand_in_a_table_of_their_own()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/dynamicfields/gender/eng", context => context.Error("KER-SCH-003"));
        stub.On($"{Master}/gendertypes/eng", """{ "response": { "genderType": [ { "code": "MLE", "genderName": "Male", "isActive": true } ] } }""");

        (await Choices(stub, Gender, "eng")).ShouldBe([new FieldChoice("MLE", "Male")]);
    }

    [Fact]
    public async Task Places_are_those_right_below_a_place_on_the_fields_level_and_active()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/locations/immediatechildren/KTA/eng", Places(
            """{ "code": "KNT", "name": "Kenitra", "hierarchyLevel": 3, "isActive": true }, { "code": "OLD", "name": "Old town", "hierarchyLevel": 3, "isActive": false }, { "code": "Z1", "name": "A zone", "hierarchyLevel": 4 }"""));

        (await Choices(stub, City, "eng", "KTA")).ShouldBe([new FieldChoice("KNT", "Kenitra")]);
    }

    [Theory]
    [InlineData("MOR")]
    [InlineData("RSK")]
    public async Task The_top_is_the_places_below_the_root(string root)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/locations/immediatechildren/{root}/eng", Places("""{ "code": "CST", "name": "Casablanca", "hierarchyLevel": 1 }"""));

        (await Choices(stub, City with { PlaceLevel = 1 }, "eng", parent: null, ("LocationRoot", root))).ShouldBe([new FieldChoice("CST", "Casablanca")]);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../templates")]
    [InlineData("")]
    [InlineData("Kénitra")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_parent_that_is_no_code_is_not_asked_for(string parent)
    {
        await using var stub = await PlatformStub.StartAsync();

        (await Choices(stub, City, "eng", parent)).ShouldBeEmpty();

        stub.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_that_is_none_has_no_places()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/locations/immediatechildren/XXX/eng", context => context.Error("KER-MSD-026"));

        (await Choices(stub, City, "eng", "XXX")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_master_data_does_not_have_in_a_language_is_told_in_the_countrys_own()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/validdocuments/fra", context => context.Error("KER-MSD-016"));
        stub.On($"{Master}/validdocuments/eng", Documents());

        var forms = stub.Adapters().GetRequiredService<IUpdateForms>();

        (await forms.ListDocumentTypesAsync(Paper, "fra", Cancellation)).Value.ShouldBe([new FieldChoice("RNC", "Rental contract")]);
    }

    [Fact]
    public async Task Papers_are_the_active_types_of_the_active_category_and_kept_for_a_day()
    {
        await using var stub = await PlatformStub.StartAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 14, 9, 30, 0, TimeSpan.Zero));
        stub.On($"{Master}/validdocuments/eng", Documents());
        var forms = stub.Adapters(clock).GetRequiredService<IUpdateForms>();

        (await forms.ListDocumentTypesAsync(Paper, "eng", Cancellation)).Value.ShouldBe([new FieldChoice("RNC", "Rental contract")]);
        (await forms.ListDocumentTypesAsync(Paper with { DocumentCategory = "POB" }, "eng", Cancellation)).Value.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromHours(23));
        await forms.ListDocumentTypesAsync(Paper, "eng", Cancellation);
        stub.CountOf($"{Master}/validdocuments/eng").ShouldBe(1);

        clock.Advance(TimeSpan.FromHours(1));
        await forms.ListDocumentTypesAsync(Paper, "eng", Cancellation);
        stub.CountOf($"{Master}/validdocuments/eng").ShouldBe(2);
    }

    [Theory]
    [InlineData("""{ "errors": [ { "errorCode": "KER-SCH-001" } ] }""")]
    [InlineData("""{ "response": { "values": "none" } }""")]
    public async Task A_list_that_cannot_be_read_is_no_empty_list(string answer)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On($"{Master}/dynamicfields/gender/eng", answer);

        (await stub.Adapters().GetRequiredService<IUpdateForms>().ListChoicesAsync(Gender, "eng", parent: null, Cancellation)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
    }

    [Fact]
    public async Task A_text_has_no_choices_and_no_papers()
    {
        await using var stub = await PlatformStub.StartAsync();
        var text = Field("fullName", FieldKind.Text);

        (await Choices(stub, text, "eng")).ShouldBeEmpty();
        (await stub.Adapters().GetRequiredService<IUpdateForms>().ListDocumentTypesAsync(text, "eng", Cancellation)).Value.ShouldBeEmpty();

        stub.Seen.ShouldBeEmpty();
    }

    private static UpdateField Field(string name, FieldKind kind) => new() { Name = name, Group = "any", Kind = kind, Labels = new Dictionary<string, string>(StringComparer.Ordinal) };

    private static string Values(string items) => $$"""{ "response": { "values": [ {{items}} ] } }""";

    private static string Places(string items) => $$"""{ "response": { "locations": [ {{items}} ] } }""";

    private static string Documents() => """
        { "response": { "documentcategories": [
          { "code": "POA", "isActive": true, "documenttypes": [ { "code": "RNC", "name": "Rental contract", "isActive": true }, { "code": "OLD", "name": "Gone", "isActive": false } ] },
          { "code": "POB", "isActive": false, "documenttypes": [ { "code": "COB", "name": "Birth certificate", "isActive": true } ] } ] } }
        """;

    private static async Task<IReadOnlyList<FieldChoice>> Choices(PlatformStub stub, UpdateField field, string language, string? parent = null, params (string, string)[] settings) =>
        (await stub.Adapters(settings: settings).GetRequiredService<IUpdateForms>().ListChoicesAsync(field, language, parent, Cancellation)).Value;
}
