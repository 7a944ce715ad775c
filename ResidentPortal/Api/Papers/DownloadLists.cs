using System.Globalization;
using ResidentPortal.Api.Lists;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.PublicLists;
using ResidentPortal.Files;

namespace ResidentPortal.Api.Papers;

/// <summary><c>GET /download/registration-centers-list</c>, <c>/download/nearestRegistrationcenters</c> and <c>/download/supporting-documents</c>: lists to print, in the words of the pages.</summary>
internal static class DownloadLists
{
    private const string NoCentre = "KER-MSD-215";
    private const string Centres = "Registration_centers";
    private const string Documents = "Supporting_documents";

    private static readonly ApiError NoName = new("RES-SER-518", "Name cannot be empty as it is a mandatory field.");
    private static readonly ApiParameter Language = new("langcode", "The language, by MOSIP's code of three letters.", "eng");

    private static readonly Operation InPlace = new("GET", "/download/registration-centers-list", "mosip.resident.download.centers", Operation.Newer)
    {
        Summary = "Lists the registration centres in a place as a PDF.",
        Refuses = [ApiErrors.BadRequest, ApiErrors.Invalid("languageCode"), NoName, ApiErrors.ResourceInaccessible],
        Parameters = [Language, new("hierarchylevel", "The level of the place, a whole number from 0.", "1"), new("name", "The name of the place in the language.", "Rabat")],
    };

    private static readonly Operation Near = new("GET", "/download/nearestRegistrationcenters", "mosip.resident.download.nearest.centers", Operation.Newer)
    {
        Summary = "Lists the registration centres around a point as a PDF, the closest first.",
        Refuses = [ApiErrors.BadRequest, ApiErrors.Invalid("languageCode"), ApiErrors.ResourceInaccessible],
        Parameters =
        [
            Language, new("longitude", "The longitude in degrees.", "-6.84"), new("latitude", "The latitude in degrees.", "33.99"), new("proximitydistance", "How far away a centre may lie, in metres.", "2000"),
        ],
    };

    private static readonly Operation Taken = new("GET", "/download/supporting-documents", "mosip.resident.download.supporting.documents", Operation.Newer)
    {
        Summary = "Lists the documents that are taken as a PDF.",
        Refuses = [ApiErrors.BadRequest, ApiErrors.Invalid("languageCode"), ApiErrors.ResourceInaccessible],
        Parameters = [Language],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<byte[]>(InPlace, InPlaceAsync);
        api.MapOperation<byte[]>(Near, NearAsync);
        api.MapOperation<byte[]>(Taken, TakenAsync);
    }

    private static async Task<ApiAnswer> InPlaceAsync(ApiCall call)
    {
        if (call.Parameter("name") is not { } name || call.Whole("hierarchylevel") is not { } level)
        {
            return ApiErrors.BadRequest;
        }

        return await JudgeLanguageAsync(call) ?? (string.IsNullOrWhiteSpace(name)
            ? NoName
            : Write(call, await call.Get<ListNamedCentres>().ExecuteAsync(level, name, call.Parameter("langcode")!, call.Gone), call.Get<CentreFiles>().Write, Centres));
    }

    private static async Task<ApiAnswer> NearAsync(ApiCall call)
    {
        if (call.Number("longitude") is not { } longitude || call.Number("latitude") is not { } latitude || call.Whole("proximitydistance") is not { } metres)
        {
            return ApiErrors.BadRequest;
        }

        return await JudgeLanguageAsync(call)
            ?? Write(call, await call.Get<ListCentresAround>().ExecuteAsync(new GeoPoint(latitude, longitude), metres, call.Parameter("langcode")!, call.Gone), call.Get<CentreFiles>().Write, Centres);
    }

    private static async Task<ApiAnswer> TakenAsync(ApiCall call) =>
        await JudgeLanguageAsync(call) ?? Write(call, await call.Get<ListPapers>().ExecuteAsync(call.Parameter("langcode")!, call.Gone), call.Get<CentreFiles>().Write, Documents);

    private static async Task<ApiAnswer?> JudgeLanguageAsync(ApiCall call) => call.Parameter("langcode") is not { } code ? ApiErrors.BadRequest
        : (await call.Get<ShowCountry>().ExecuteAsync()).Value.Languages.Contains(code, StringComparer.Ordinal) ? null
        : (ApiAnswer)ApiErrors.Invalid("languageCode");

    private static ApiAnswer Write<T>(ApiCall call, Outcome<T> listed, Func<T, byte[]> write, string name)
    {
        if (!listed.Try(out var list, out var problem))
        {
            return problem.Kind switch
            {
                ProblemKind.NotFound => ListAnswers.ErrorOf(PublicListProblems.Refused.With("code", NoCentre)),
                ProblemKind.Invalid => ApiErrors.BadRequest,
                _ => ApiErrors.ResourceInaccessible,
            };
        }

        var (before, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (Core.Languages.Language.Find(call.Parameter("langcode")) ?? Core.Languages.Language.English).Culture;
            return ApiAnswer.Pdf(write(list), $"{name}_{Stamp(call)}.pdf");
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, words);
        }
    }

    // MOSIP's own: its time of medium length without what files should not be called.
    private static string Stamp(ApiCall call) => call.Get<TimeProvider>().GetUtcNow().ToString("MMM_d_yyyy_h.mm.ss_tt", CultureInfo.InvariantCulture);
}
