using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Master data's lists to choose from: places, papers, genders and dynamic fields.</summary>
internal sealed class ChoiceEndpoints(PlatformState state)
{
    private const string Base = "/v1/masterdata";

    private static readonly PlatformOperation Genders = new("masterdata.genders", Dialect.Kernel);
    private static readonly PlatformOperation Fields = new("masterdata.fields", Dialect.Kernel);
    private static readonly PlatformOperation Places = new("masterdata.locations", Dialect.Kernel);
    private static readonly PlatformOperation Children = new("masterdata.locations.children", Dialect.Kernel);
    private static readonly PlatformOperation Levels = new("masterdata.locations.levels", Dialect.Kernel);
    private static readonly PlatformOperation Documents = new("masterdata.documents", Dialect.Kernel);
    private static readonly PlatformOperation Schema = new("masterdata.idschema", Dialect.Kernel);

    private SandboxProfile Profile => state.Rules.Profile;

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", Base + "/gendertypes/{lang}", Genders, context => ReplyAsync(context, (_, language) => MasterLists.Genders(language)));
        routes.Map("GET", Base + "/dynamicfields/{of}/{lang}", Fields, context => ReplyAsync(context, (field, language) => MasterLists.Field(field, language, Profile)));
        routes.Map("GET", Base + "/dynamicfields/{of}", Fields, context => ReplyAsync(context, (field, _) => MasterLists.FieldInAll(field, Profile)));
        routes.Map("GET", Base + "/locations/info/{of}/{lang}", Places, context => ReplyAsync(context, MasterLists.Place));
        routes.Map("GET", Base + "/locations/immediatechildren/{of}/{lang}", Children, context => ReplyAsync(context, (code, language) => MasterLists.Children(code, language)));
        routes.Map("GET", Base + "/locations/immediatechildren/{of}", Children, context => ReplyAsync(context, (code, _) => MasterLists.Children(code, Asked(context, "languageCodes"))));
        routes.Map("GET", Base + "/locationHierarchyLevels/{lang}", Levels, context => ReplyAsync(context, (_, language) => MasterLists.Levels(language)));
        routes.Map("GET", Base + "/locationHierarchyLevels", Levels, context => ReplyAsync(context, (_, _) => MasterLists.Levels()));
        routes.Map("GET", Base + "/validdocuments/{lang}", Documents, context => ReplyAsync(context, (_, language) => MasterLists.Documents(language)));
        routes.Map("GET", Base + "/documenttypes/{of}/{lang}", Documents, context => ReplyAsync(context, MasterLists.DocumentTypes));
        routes.Map("GET", Base + "/applicanttype/{of}/languages", Documents, context => ReplyAsync(context, (applicant, _) =>
            MasterLists.ApplicantDocuments(applicant, Asked(context, "languages") is [var language, ..] ? language : string.Empty)));
        routes.Map("GET", Base + "/idschema/latest", Schema, context => ReplyAsync(context, (_, _) => MasterLists.Schema(context.Request.Query["schemaVersion"])));
    }

    private static string[] Asked(HttpContext context, string name) => [.. context.Request.Query[name].OfType<string>()];

    // What is asked for, where the address names it, and the language.
    private Task ReplyAsync(HttpContext context, Func<string, string, JsonNode> answer) => new KernelReply(state.Clock).WriteAsync(context, () => answer(
        (string?)context.Request.RouteValues["of"] ?? string.Empty, (string?)context.Request.RouteValues["lang"] ?? string.Empty));
}
