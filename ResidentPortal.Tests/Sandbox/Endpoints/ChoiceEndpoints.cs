using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Master data's lists to choose from: places, papers, genders and dynamic fields. A list that is empty is an error there.</summary>
internal sealed class ChoiceEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Genders = new("masterdata.genders", Dialect.Kernel);
    private static readonly PlatformOperation Fields = new("masterdata.fields", Dialect.Kernel);
    private static readonly PlatformOperation Places = new("masterdata.locations", Dialect.Kernel);
    private static readonly PlatformOperation Children = new("masterdata.locations.children", Dialect.Kernel);
    private static readonly PlatformOperation Levels = new("masterdata.locations.levels", Dialect.Kernel);
    private static readonly PlatformOperation Documents = new("masterdata.documents", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", "/v1/masterdata/gendertypes/{lang}", Genders, GendersAsync);
        routes.Map("GET", "/v1/masterdata/dynamicfields/{field}/{lang}", Fields, FieldAsync);
        routes.Map("GET", "/v1/masterdata/locations/info/{code}/{lang}", Places, PlaceAsync);
        routes.Map("GET", "/v1/masterdata/locations/immediatechildren/{code}/{lang}", Children, ChildrenAsync);
        routes.Map("GET", "/v1/masterdata/locationHierarchyLevels/{lang}", Levels, LevelsAsync);
        routes.Map("GET", "/v1/masterdata/validdocuments/{lang}", Documents, DocumentsAsync);
    }

    private Task GendersAsync(HttpContext context) => ReplyAsync(context, (_, language) => new JsonObject
    {
        ["genderType"] = List(DynamicFields.Genders(language).Select(gender => new JsonObject { ["code"] = gender.Code, ["genderName"] = gender.Word, ["langCode"] = language, ["isActive"] = true })),
    });

    private Task FieldAsync(HttpContext context) => ReplyAsync(context, (field, language) => new JsonObject
    {
        ["name"] = field,
        ["description"] = field,
        ["values"] = List((DynamicFields.Values(field, language, state.Rules.Profile) ?? throw new PlatformException("KER-SCH-003", "Dynamic field not found"))
            .Select(value => new JsonObject { ["code"] = value.Code, ["value"] = value.Word })),
    });

    private Task PlaceAsync(HttpContext context) => ReplyAsync(context, (code, language) => Written(DemoPlaces.Find(code) ?? throw NoPlace(), language));

    private Task ChildrenAsync(HttpContext context) => ReplyAsync(context, (code, language) => new JsonObject
    {
        ["locations"] = DemoPlaces.Below(code) is { Count: > 0 } places ? List(places.Select(place => Written(place, language))) : throw NoPlace(),
    });

    private Task LevelsAsync(HttpContext context) => ReplyAsync(context, (_, language) => new JsonObject
    {
        ["locationHierarchyLevels"] = List(Enumerable.Range(0, DemoPlaces.LevelCount).Select(level => new JsonObject
        {
            ["hierarchyLevel"] = level, ["hierarchyLevelName"] = DemoPlaces.LevelName(level, language), ["langCode"] = language, ["isActive"] = true,
        })),
    });

    private Task DocumentsAsync(HttpContext context) => ReplyAsync(context, (_, language) => DemoPapers.Categories[0].Names.ContainsKey(language)
        ? new JsonObject
        {
            ["documentcategories"] = List(DemoPapers.Categories.Select(category =>
            {
                var written = Paper(category.Code, category.Names[language], language, category.IsActive);
                written["documenttypes"] = List(category.Types.Select(type => Paper(type.Code, type.Names[language], language, isActive: true)));
                return written;
            })),
        }
        : throw new PlatformException("KER-MSD-016", "Valid document not found"));

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

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items]);

    // What is asked for, where the address names it, and the language.
    private Task ReplyAsync(HttpContext context, Func<string, string, JsonNode> answer) => new KernelReply(state.Clock).WriteAsync(context, () => answer(
        (string?)(context.Request.RouteValues["field"] ?? context.Request.RouteValues["code"]) ?? string.Empty, (string)context.Request.RouteValues["lang"]!));
}
