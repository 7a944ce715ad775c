using System.Globalization;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Master data's registration centres: by place, around a point, one by one, with days and holidays. What is not there is an error with status 200.</summary>
internal sealed class CentreEndpoints(PlatformState state)
{
    private const string Base = "/v1/masterdata";
    private const int MobileCentre = 3;

    private static readonly PlatformOperation List = new("masterdata.centres", Dialect.Kernel);
    private static readonly PlatformOperation Near = new("masterdata.centres.near", Dialect.Kernel);
    private static readonly PlatformOperation Find = new("masterdata.centre", Dialect.Kernel);
    private static readonly PlatformOperation Days = new("masterdata.centre.days", Dialect.Kernel);
    private static readonly PlatformOperation Holidays = new("masterdata.centre.holidays", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", Base + "/registrationcenters/page/{lang}/{level:int}/{name}", List, context => ReplyAsync(context, language => Page(context, language)));
        routes.Map("GET", Base + "/registrationcenters/{lang}/{level:int}/names", List, context => ReplyAsync(context, language => In(context.Request.Query["name"].OfType<string>(), Route(context, "level"), language)));
        routes.Map("GET", Base + "/getcoordinatespecificregistrationcenters/{lang}/{longitude:double}/{latitude:double}/{metres:int}", Near, context => ReplyAsync(context, language =>
            Listed(DemoCentres.All.Where(centre => centre.MetresFrom(Degrees(context, "longitude"), Degrees(context, "latitude")) <= int.Parse(Route(context, "metres"), CultureInfo.InvariantCulture)), language)));
        routes.Map("GET", Base + "/registrationcenters/{id}/{lang}", Find, context => ReplyAsync(context, language => Listed([Centre(context)], language)));
        routes.Map("GET", Base + "/workingdays/{id}/{lang}", Days, context => ReplyAsync(context, language => WorkingDays(Centre(context), language)));
        routes.Map("GET", Base + "/weekdays/{id}/{lang}", Days, context => ReplyAsync(context, language => WeekDays(Centre(context), language)));
        routes.Map("GET", Base + "/getregistrationcenterholidays/{lang}/{id}/{year:int}", Holidays, context => ReplyAsync(context, language => HolidaysOf(Centre(context), language, Route(context, "year"))));
    }

    private static JsonObject Page(HttpContext context, string language)
    {
        var place = Named(Route(context, "name"), Route(context, "level"), language) ?? throw None();
        var (number, size) = (Number(context, "pageNumber", 0), Number(context, "pageSize", 10));
        var found = DemoCentres.All.Where(centre => centre.IsIn(place)).OrderBy(centre => centre.Names[language], StringComparer.Ordinal).ToList();
        var page = found.Skip(number * size).Take(size).ToList();
        return page.Count == 0 ? throw None() : new JsonObject
        {
            ["pageNo"] = number,
            ["pageSize"] = size,
            ["totalItems"] = found.Count,
            ["totalPages"] = (found.Count + size - 1) / size,
            ["data"] = new JsonArray([.. page.Select(centre =>
            {
                var written = Written(centre, language);
                written["workingNonWorkingDays"] = null;
                written["exceptionalHolidayPutPostDto"] = null;
                return written;
            })]),
        };
    }

    /// <summary>The centres in all places of these names on a level.</summary>
    internal static JsonObject In(IEnumerable<string> names, string level, string language)
    {
        var places = names.Select(name => Named(name, level, language)).OfType<Place>().ToList();
        return Listed(DemoCentres.All.Where(centre => places.Exists(centre.IsIn)), language);
    }

    private static Place? Named(string name, string level, string language) => DemoPlaces.All.FirstOrDefault(place =>
        string.Equals(place.Level.ToString(CultureInfo.InvariantCulture), level, StringComparison.Ordinal) && string.Equals(place.NameIn(language), name, StringComparison.Ordinal));

    private static JsonObject Listed(IEnumerable<DemoCentre> centres, string language) =>
        centres.ToList() is { Count: > 0 } found ? new JsonObject { ["registrationCenters"] = new JsonArray([.. found.Select(centre => Written(centre, language))]) } : throw None();

    private static JsonObject Written(DemoCentre centre, string language) => new()
    {
        ["id"] = centre.Id,
        ["name"] = centre.Names[language],
        ["centerTypeCode"] = "REG",
        ["addressLine1"] = centre.Streets[language],
        ["addressLine2"] = DemoPlaces.Find(centre.Zone)!.NameIn(language),
        ["addressLine3"] = null,
        ["latitude"] = centre.Latitude.ToString(CultureInfo.InvariantCulture),
        ["longitude"] = centre.Longitude.ToString(CultureInfo.InvariantCulture),
        ["locationCode"] = centre.Zone,
        ["contactPhone"] = centre.Phone,
        ["centerStartTime"] = centre.Opens,
        ["centerEndTime"] = centre.Closes,
        ["lunchStartTime"] = centre.Lunch?.From,
        ["lunchEndTime"] = centre.Lunch?.To,
        ["timeZone"] = "GMT",
        ["langCode"] = language,
        ["isActive"] = true,
    };

    // The mobile centre has no days of its own: the platform lists none, and tells of the week only which days are working days everywhere.
    private static JsonObject WorkingDays(DemoCentre centre, string language) => centre == DemoCentres.All[MobileCentre] ? throw None() : new JsonObject
    {
        ["workingdays"] = new JsonArray([.. centre.Days.Select(day => new JsonObject { ["code"] = Code(day), ["name"] = Name(day, language), ["order"] = (int)day + 1, ["languageCode"] = language })]),
    };

    private static JsonObject WeekDays(DemoCentre centre, string language) => new()
    {
        ["weekdays"] = new JsonArray([.. Enum.GetValues<DayOfWeek>().Select(day => new JsonObject
        {
            ["dayCode"] = Code(day), ["name"] = Name(day, language), ["languagecode"] = language, ["globalWorking"] = true, ["working"] = centre.Days.Contains(day),
        })]),
    };

    private static JsonObject HolidaysOf(DemoCentre centre, string language, string year) => new()
    {
        ["registrationCenter"] = Written(centre, language),
        ["holidays"] = new JsonArray([.. DemoCentres.Holidays.Select(holiday => new JsonObject
        {
            ["holidayDate"] = $"{year}-{holiday.Month:D2}-{holiday.Day:D2}", ["holidayName"] = holiday.Names[language], ["langCode"] = language, ["isActive"] = true,
        })]),
    };

    private static string Code(DayOfWeek day) => (101 + (int)day).ToString(CultureInfo.InvariantCulture);

    private static string Name(DayOfWeek day, string language) =>
        CultureInfo.GetCultureInfo(language switch { "fra" => "fr", "ara" => "ar", _ => "en" }).DateTimeFormat.AbbreviatedDayNames[(int)day].ToUpperInvariant();

    private static DemoCentre Centre(HttpContext context) => DemoCentres.Find(Route(context, "id")) ?? throw None();

    private static PlatformException None() => new("KER-MSD-215", "Registration Center not found");

    private static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static double Degrees(HttpContext context, string name) => double.Parse(Route(context, name), CultureInfo.InvariantCulture);

    private static int Number(HttpContext context, string name, int otherwise) => int.TryParse(context.Request.Query[name], CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private Task ReplyAsync(HttpContext context, Func<string, JsonNode> answer) => new KernelReply(state.Clock).WriteAsync(context, () =>
        Route(context, "lang") is var language && DemoCentres.Speaks(language) ? answer(language) : throw None());
}
