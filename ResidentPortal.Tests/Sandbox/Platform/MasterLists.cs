using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Master data's documents of places, papers, genders and dynamic fields. A list that is empty is an error there.</summary>
public static class MasterLists
{
    private static readonly string[] Languages = ["eng", "fra", "ara"];

    /// <summary>The genders in a language.</summary>
    public static JsonObject Genders(string language) => new()
    {
        ["genderType"] = List(DynamicFields.Genders(language).Select(gender => new JsonObject { ["code"] = gender.Code, ["genderName"] = gender.Word, ["langCode"] = language, ["isActive"] = true })),
    };

    /// <summary>The values of a field in a language.</summary>
    public static JsonObject Field(string field, string language, SandboxProfile profile) => new()
    {
        ["name"] = field,
        ["description"] = field,
        ["values"] = List((DynamicFields.Values(field, language, profile) ?? throw NoField()).Select(value => new JsonObject { ["code"] = value.Code, ["value"] = value.Word })),
    };

    /// <summary>The values of a field in every language, as a list of its own for each: the older platform cannot.</summary>
    public static JsonArray FieldInAll(string field, SandboxProfile profile) => profile is SandboxProfile.V1_3
        ? List(Languages.Select(language => new JsonObject
        {
            ["id"] = $"{field}-{language}",
            ["name"] = field,
            ["langCode"] = language,
            ["dataType"] = "string",
            ["description"] = field,
            ["fieldVal"] = List((DynamicFields.Values(field, language, profile) ?? throw NoField()).Select(value => new JsonObject { ["code"] = value.Code, ["value"] = value.Word })),
            ["isActive"] = true,
        }))
        : throw NoField();

    /// <summary>One place.</summary>
    public static JsonObject Place(string code, string language) => Written(DemoPlaces.Find(code) ?? throw NoPlace(), language);

    /// <summary>The places right below one, in some languages.</summary>
    public static JsonObject Children(string code, params string[] languages) => new()
    {
        ["locations"] = DemoPlaces.Below(code) is { Count: > 0 } places && languages.Length > 0
            ? List(languages.SelectMany(language => places.Select(place => Written(place, language))))
            : throw NoPlace(),
    };

    /// <summary>The levels of places, in some languages.</summary>
    public static JsonObject Levels(params string[] languages) => new()
    {
        ["locationHierarchyLevels"] = List((languages.Length > 0 ? languages : Languages).SelectMany(language => Enumerable.Range(0, DemoPlaces.LevelCount).Select(level => new JsonObject
        {
            ["hierarchyLevel"] = level, ["hierarchyLevelName"] = DemoPlaces.LevelName(level, language), ["langCode"] = language, ["isActive"] = true,
        }))),
    };

    /// <summary>The categories of papers with their types.</summary>
    public static JsonObject Documents(string language) => new() { ["documentcategories"] = Categories(language, "documenttypes") };

    /// <summary>The same for a kind of applicant; master data knows one.</summary>
    public static JsonObject ApplicantDocuments(string applicant, string language) => new()
    {
        ["appTypeCode"] = string.Equals(applicant, "000", StringComparison.Ordinal) ? applicant : throw NoDocument(),
        ["langCode"] = language,
        ["isActive"] = true,
        ["documentCategories"] = Categories(language, "documentTypes"),
    };

    /// <summary>The types of papers in a category.</summary>
    public static JsonObject DocumentTypes(string category, string language) => new()
    {
        ["documents"] = List((DemoPapers.Categories.FirstOrDefault(one => string.Equals(one.Code, category, StringComparison.Ordinal) && one.Names.ContainsKey(language))
            ?? throw new PlatformException("KER-MSD-118", "No documents found for the category.")).Types.Select(type => Paper(type.Code, type.Names[language], language, isActive: true))),
    };

    /// <summary>The ID schema; what is not above 0 asks for the newest.</summary>
    public static JsonObject Schema(string? version) => version is not (null or "" or "0" or IdSchema.Version)
        ? throw new PlatformException("KER-SCH-007", "Schema not found")
        : new JsonObject
        {
            ["id"] = "sandbox-id-schema",
            ["idVersion"] = IdSchema.VersionNumber,
            ["title"] = "MOSIP identity",
            ["description"] = "MOSIP Sample identity",
            ["schemaJson"] = IdSchema.Document().ToJsonString(Json.Options),
            ["status"] = "PUBLISHED",
            ["effectiveFrom"] = "2025-11-03T14:16:22.118",
        };

    private static JsonArray Categories(string language, string types) => DemoPapers.Categories[0].Names.ContainsKey(language)
        ? List(DemoPapers.Categories.Select(category =>
        {
            var written = Paper(category.Code, category.Names[language], language, category.IsActive);
            written[types] = List(category.Types.Select(type => Paper(type.Code, type.Names[language], language, isActive: true)));
            return written;
        }))
        : throw NoDocument();

    private static JsonObject Paper(string code, string name, string language, bool isActive) =>
        new() { ["code"] = code, ["name"] = name, ["description"] = name, ["langCode"] = language, ["isActive"] = isActive };

    private static JsonObject Written(Place place, string language) => new()
    {
        ["code"] = place.Code,
        ["name"] = place.NameIn(language),
        ["hierarchyLevel"] = place.Level,
        ["hierarchyName"] = DemoPlaces.LevelName(place.Level, language),
        ["parentLocCode"] = place.Parent,
        ["langCode"] = language,
        ["isActive"] = true,
    };

    private static PlatformException NoPlace() => new("KER-MSD-026", "Location not found.");

    private static PlatformException NoField() => new("KER-SCH-003", "Dynamic field not found");

    private static PlatformException NoDocument() => new("KER-MSD-016", "Valid document not found");

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items]);
}
