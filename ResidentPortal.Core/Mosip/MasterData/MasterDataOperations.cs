using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>The operations of master data that list what may be chosen, and what their codes mean. What is not there is an error to the platform.</summary>
internal static class MasterDataOperations
{
    private const string Service = "MasterData";

    private static readonly (Problem, string[]) Trouble = (
        CommonProblems.ServiceUnavailable, ["KER-SCH-001", "KER-MSD-014", "KER-MSD-015", "KER-MSD-017", "KER-MSD-025", "KER-MSD-041", "KER-MSD-042", "KER-MSD-043", "KER-MSD-500"]);

    /// <summary><c>GET /dynamicfields/{fieldName}/{langcode}</c>.</summary>
    public static readonly MosipOperation ListField = Listing(nameof(ListField), "KER-SCH-003", "KER-SCH-021");

    /// <summary><c>GET /gendertypes/{langcode}</c>.</summary>
    public static readonly MosipOperation ListGenders = Listing(nameof(ListGenders), "KER-MSD-018");

    /// <summary><c>GET /locations/info/{locationcode}/{langcode}</c>.</summary>
    public static readonly MosipOperation FindLocation = Listing(nameof(FindLocation), "KER-MSD-026");

    /// <summary><c>GET /locations/immediatechildren/{locationcode}/{langcode}</c>.</summary>
    public static readonly MosipOperation ListPlaces = Listing(nameof(ListPlaces), "KER-MSD-026", "KER-MSD-027");

    /// <summary><c>GET /validdocuments/{langcode}</c>.</summary>
    public static readonly MosipOperation ListDocuments = Listing(nameof(ListDocuments), "KER-MSD-016", "KER-MSD-118");

    /// <summary><c>GET /registrationcenters/page/{langcode}/{hierarchylevel}/{name}</c>.</summary>
    public static readonly MosipOperation ListCentres = Listing(nameof(ListCentres), "KER-MSD-215", "KER-MSD-026");

    /// <summary><c>GET /getcoordinatespecificregistrationcenters/…</c>.</summary>
    public static readonly MosipOperation ListNearCentres = Listing(nameof(ListNearCentres), "KER-MSD-215");

    /// <summary><c>GET /registrationcenters/{id}/{langcode}</c>.</summary>
    public static readonly MosipOperation FindCentre = Listing(nameof(FindCentre), "KER-MSD-215");

    /// <summary><c>GET /workingdays/{id}/{langcode}</c>.</summary>
    public static readonly MosipOperation ListWorkingDays = Listing(nameof(ListWorkingDays), "KER-MSD-215");

    /// <summary><c>GET /weekdays/{id}/{langcode}</c>.</summary>
    public static readonly MosipOperation ListWeekDays = Listing(nameof(ListWeekDays), "KER-MSD-215");

    /// <summary><c>GET /getregistrationcenterholidays/{langcode}/{id}/{year}</c>.</summary>
    public static readonly MosipOperation ListHolidays = Listing(nameof(ListHolidays), "KER-MSD-215");

    private static MosipOperation Listing(string name, params string[] none) =>
        new(Service, name, Sending.Read, MosipOperation.Table((MosipProblems.NotOffered, none), Trouble)) { MayBeMissing = true };
}
