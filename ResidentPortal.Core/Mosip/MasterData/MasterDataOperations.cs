using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>The operations of master data that list what may be chosen, and what their codes mean. What is not there is an error to the platform.</summary>
internal static class MasterDataOperations
{
    private const string Service = "MasterData";

    private static readonly (Problem, string[]) Trouble = (
        CommonProblems.ServiceUnavailable, ["KER-SCH-001", "KER-MSD-014", "KER-MSD-015", "KER-MSD-017", "KER-MSD-025", "KER-MSD-500"]);

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

    private static MosipOperation Listing(string name, params string[] none) =>
        new(Service, name, Sending.Read, MosipOperation.Table((MosipProblems.NotOffered, none), Trouble)) { MayBeMissing = true };
}
