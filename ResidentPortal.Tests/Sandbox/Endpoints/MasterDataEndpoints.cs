using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Master data: message templates by language and type code, and the languages.</summary>
internal sealed class MasterDataEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Templates = new("masterdata.templates", Dialect.Kernel);
    private static readonly PlatformOperation Languages = new("masterdata.languages", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", "/v1/masterdata/templates/{lang}/{code}", Templates, TemplatesAsync);
        routes.Map("GET", "/v1/masterdata/languages", Languages, LanguagesAsync);
    }

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
