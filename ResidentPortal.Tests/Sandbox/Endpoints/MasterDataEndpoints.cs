using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Master data: message templates by language and type code, the languages, and the words behind codes of genders and places.</summary>
internal sealed class MasterDataEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Templates = new("masterdata.templates", Dialect.Kernel);
    private static readonly PlatformOperation Languages = new("masterdata.languages", Dialect.Kernel);

    private static readonly PlatformOperation Genders = new("masterdata.genders", Dialect.Kernel);
    private static readonly PlatformOperation Fields = new("masterdata.fields", Dialect.Kernel);
    private static readonly PlatformOperation Places = new("masterdata.locations", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", "/v1/masterdata/gendertypes/{lang}", Genders, GendersAsync);
        routes.Map("GET", "/v1/masterdata/dynamicfields/{field}/{lang}", Fields, FieldAsync);
        routes.Map("GET", "/v1/masterdata/locations/info/{code}/{lang}", Places, PlaceAsync);
        routes.Map("GET", "/v1/masterdata/templates/{lang}/{code}", Templates, TemplatesAsync);
        routes.Map("GET", "/v1/masterdata/languages", Languages, LanguagesAsync);
    }

    private Task GendersAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () => new JsonObject
    {
        ["genderType"] = new JsonArray([.. GenderWords(Route(context, "lang")).Select(gender => new JsonObject
        {
            ["code"] = gender.Code, ["genderName"] = gender.Word, ["langCode"] = Route(context, "lang"), ["isActive"] = true,
        })]),
    });

    // The older platform of the sandbox keeps the genders in a table of their own alone.
    private Task FieldAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
        state.Rules.Profile == SandboxProfile.V1_3 && Route(context, "field") is "gender"
            ? new JsonObject
            {
                ["name"] = "gender",
                ["description"] = "gender",
                ["values"] = new JsonArray([.. GenderWords(Route(context, "lang")).Select(gender => new JsonObject { ["code"] = gender.Code, ["value"] = gender.Word })]),
            }
            : throw new PlatformException("KER-SCH-003", "Dynamic field not found"));

    private Task PlaceAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
    {
        var (code, language) = (Route(context, "code"), Route(context, "lang"));
        var (name, level) = IdentityWords.Place(code, language) ?? throw new PlatformException("KER-MSD-026", "Location not found.");
        return new JsonObject { ["code"] = code, ["name"] = name, ["hierarchyLevel"] = level, ["langCode"] = language, ["isActive"] = true };
    });

    private static IEnumerable<(string Code, string Word)> GenderWords(string language) =>
        new[] { true, false }.Select(isFemale => (IdentityWords.GenderCode(isFemale), IdentityWords.Gender(language, isFemale)));

    private Task TemplatesAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () =>
    {
        var language = Route(context, "lang");
        var code = Route(context, "code");
        var text = TemplateShelf.Find(language, code) ?? throw new PlatformException("KER-MSD-046", "Template not found.");
        return new JsonObject
        {
            ["templates"] = new JsonArray(new JsonObject
            {
                ["id"] = $"{code}-{language}",
                ["name"] = code,
                ["description"] = code,
                ["fileFormatCode"] = "txt",
                ["model"] = "velocity",
                ["fileText"] = text,
                ["moduleId"] = "10006",
                ["moduleName"] = "Resident Services",
                ["templateTypeCode"] = code,
                ["langCode"] = language,
                ["isActive"] = true,
            }),
        };
    });

    private static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private Task LanguagesAsync(HttpContext context) => new KernelReply(state.Clock).WriteAsync(context, () => new JsonObject
    {
        ["languages"] = new JsonArray(
            Language("eng", "English", "Indo-European", "English"),
            Language("fra", "French", "Indo-European", "Français"),
            Language("ara", "Arabic", "Afro-Asiatic", "العربية")),
    });

    private static JsonObject Language(string code, string name, string family, string nativeName) =>
        new() { ["code"] = code, ["name"] = name, ["family"] = family, ["nativeName"] = nativeName, ["isActive"] = true };
}
