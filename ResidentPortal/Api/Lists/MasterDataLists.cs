using System.Globalization;
using System.Text.Json.Serialization;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.PublicLists;

namespace ResidentPortal.Api.Lists;

/// <summary><c>GET /proxy/masterdata/…</c> and, for residents, <c>/auth-proxy/masterdata/…</c>: master data's public lists in the platform's own shape.</summary>
internal static class MasterDataLists
{
    private const string Id = "mosip.resident.masterdata";
    private const string Open = "/proxy/masterdata";
    private const string Own = "/auth-proxy/masterdata";

    private static readonly ApiError NoTemplate = new("RES-SER-415", "Template exception");

    private static readonly Operation GenderCode = new("GET", Open + "/gendercode/{gender}/{lang}", Id, Operation.Newer)
    {
        Summary = "Finds the code of a gender by its word in a language.",
        Gives = """{ "genderCode": "FLE" }""",
        Refuses = [ApiErrors.BadRequest, ApiErrors.ResourceInaccessible],
        Parameters = ListParameters.Of("/{gender}/{lang}"),
    };

    private static readonly Operation Template = new("GET", Own + "/templates/{lang}/{code}", Id, Operation.Newer)
    {
        Summary = "Reads a text that the platform writes to residents.",
        Access = Access.Resident,
        Gives = """{ "templates": [{ "langCode": "eng", "templateTypeCode": "acknowledgement-manage-my-vid", "fileText": "…" }] }""",
        Refuses = [NoTemplate],
        Parameters = ListParameters.Of("/{lang}/{code}"),
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        Lay("/validdocuments/{lang}", "Lists the documents that are taken, by category.", call => new PapersTaken(Text(call, "lang")));
        Lay("/documenttypes/{category}/{lang}", "Lists the documents of a category.", call => new PaperTypes(Text(call, "category"), Text(call, "lang")));
        Lay("/applicanttype/{applicant}/languages", "Lists the documents that a kind of applicant may bring.", call => call.All("languages") is { Count: > 0 } languages ? new ApplicantPapers(Text(call, "applicant"), languages) : null, "languages");
        Lay("/locationHierarchyLevels/{lang}", "Lists the levels of places.", call => new PlaceLevels(Text(call, "lang")));
        Lay("/locationHierarchyLevels", "Lists the levels of places in all languages.", Levels, "lastUpdated");
        Lay("/locations/immediatechildren/{code}/{lang}", "Lists the places right below one.", call => new PlacesBelow(Text(call, "code"), Text(call, "lang")));
        Lay("/locations/info/{code}/{lang}", "Reads one place.", call => new PlaceFacts(Text(call, "code"), Text(call, "lang")));
        Lay("/getcoordinatespecificregistrationcenters/{lang}/{longitude}/{latitude}/{distance}", "Lists the registration centres around a point.", Around);
        Lay("/registrationcenters/{lang}/{level}/names", "Lists the registration centres in places of a level.", call => call.Whole("level") is { } level && Names(call) is { Count: > 0 } names ? new CentresIn(Text(call, "lang"), level, names) : null, "name");
        Lay("/registrationcenters/page/{lang}/{level}/{name}", "Lists the registration centres in a place, a page at a time.", Page, "pageNumber", "pageSize", "sortBy", "orderBy");
        Lay("/workingdays/{centre}/{lang}", "Lists the days a registration centre works.", call => new CentreDays(Text(call, "centre"), Text(call, "lang")));
        Lay("/idschema/latest", "Reads the country's ID schema.", Schema, "schemaVersion", "domain", "type");
        Lay("/dynamicfields/{field}", "Lists the values of a dynamic field in all languages.", call => new FieldValues(Text(call, "field")));
        api.MapOperation<GenderReply>(GenderCode, FindGenderAsync);

        LayOwn("/dynamicfields/{field}/{lang}", "Lists the values of a dynamic field.", call => new FieldWords(Text(call, "field"), Text(call, "lang")));
        LayOwn("/locations/immediatechildren/{code}", "Lists the places right below one in several languages.", call => call.All("languageCodes") is { Count: > 0 } languages ? new PlacesBelowInMany(Text(call, "code"), languages) : null, "languageCodes");
        api.MapOperation<System.Text.Json.JsonElement>(Template, async call => await call.ReadAsync(new MessageText(Text(call, "lang"), Text(call, "code"))) is { Errors: [] } text ? text : NoTemplate);

        void Lay(string path, string summary, Func<ApiCall, PublicList?> list, params string[] query) =>
            new ListOperation(Open + path, summary, list).Map(api, Id, Access.Program, ListParameters.Of(path, query));

        void LayOwn(string path, string summary, Func<ApiCall, PublicList?> list, params string[] query) =>
            new ListOperation(Own + path, summary, list).Map(api, Id, Access.Resident, ListParameters.Of(path, query));
    }

    private static string Text(ApiCall call, string name) => call.Parameter(name) ?? string.Empty;

    // A name may have a comma in it: each comes by itself.
    private static IReadOnlyList<string> Names(ApiCall call) => [.. call.Http.Request.Query["name"].OfType<string>()];

    private static PlaceLevelsInAll? Levels(ApiCall call) => call.Parameter("lastUpdated") is not { Length: > 0 } since ? new PlaceLevelsInAll(ChangedSince: null)
        : Inputs.IsTime(since) ? new PlaceLevelsInAll(DateTimeOffset.Parse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
        : null;

    private static CentresAround? Around(ApiCall call) =>
        call.Number("longitude") is { } longitude && call.Number("latitude") is { } latitude && call.Whole("distance") is { } metres
            ? new CentresAround(Text(call, "lang"), new GeoPoint(latitude, longitude), metres)
            : null;

    private static CentresPage? Page(ApiCall call)
    {
        if (call.Whole("level") is not { } level)
        {
            return null;
        }

        var page = new CentresPage(Text(call, "lang"), level, Text(call, "name"));
        return (call.Parameter("pageNumber") is not { Length: > 0 } || call.Whole("pageNumber") is not null) && (call.Parameter("pageSize") is not { Length: > 0 } || call.Whole("pageSize") is not null)
            ? page with
            {
                Page = call.Whole("pageNumber") ?? page.Page,
                Size = call.Whole("pageSize") ?? page.Size,
                SortBy = call.Parameter("sortBy") is { Length: > 0 } column ? column : page.SortBy,
                OrderBy = call.Parameter("orderBy") is { Length: > 0 } order ? order : page.OrderBy,
            }
            : null;
    }

    private static LatestSchema? Schema(ApiCall call) =>
        call.Parameter("schemaVersion") is { Length: > 0 } && call.Number("schemaVersion") is null
            ? null
            : new LatestSchema(call.Number("schemaVersion") ?? 0, NullIfEmpty(call.Parameter("domain")), NullIfEmpty(call.Parameter("type")));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static async Task<ApiAnswer> FindGenderAsync(ApiCall call)
    {
        var found = await call.Get<FindGenderCode>().ExecuteAsync(Text(call, "gender"), Text(call, "lang"), call.Gone);
        return found.Try(out var code, out var problem) ? ApiAnswer.Of(new GenderReply(code)) : ListAnswers.ErrorOf(problem);
    }
}

/// <summary>The code of a gender.</summary>
/// <param name="GenderCode">The code, <c>FLE</c>.</param>
internal sealed record GenderReply([property: JsonPropertyName("genderCode")] string GenderCode);
