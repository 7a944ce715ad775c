using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>The operations on changes that wait in ID repository, and on how many are left; what their codes mean.</summary>
internal static class DraftOperations
{
    private static readonly (Problem, string[]) Trouble = (
        CommonProblems.ServiceUnavailable, ["IDR-IDC-001", "IDR-IDC-002", "IDR-IDC-003", "IDR-IDC-005", "IDR-IDS-001", "IDR-IDS-003", "IDR-IDS-005", "IDR-IDS-007", "IDR-IDS-008", "IDR-IDS-010"]);

    /// <summary><c>GET /draft/uin/{uin}</c>. No draft may be an error to the platform.</summary>
    public static readonly MosipOperation List = new(
        IdRepositoryOperations.Service, "ListDrafts", Sending.Read, MosipOperation.Table((MosipProblems.NotOffered, ["IDR-IDC-007"]), Trouble)) { MayBeMissing = true };

    /// <summary><c>DELETE /draft/discard/{rid}</c>.</summary>
    public static readonly MosipOperation Discard = new(
        IdRepositoryOperations.Service,
        "DiscardDraft",
        Sending.Write,
        MosipOperation.Table(
            (CommonProblems.NotFound, ["IDR-IDC-007"]),
            (CommonProblems.Refused, ["IDR-IDC-001", "IDR-IDC-002", "IDR-IDC-003", "IDR-IDC-005"]),
            (CommonProblems.ServiceUnavailable, ["IDR-IDS-010"]))) { MayBeMissing = true };

    /// <summary><c>GET /{uin}/update-counts</c>. Nothing counted may be an error to the platform.</summary>
    public static readonly MosipOperation Count = new(
        IdRepositoryOperations.Service, "CountUpdates", Sending.Read, MosipOperation.Table((MosipProblems.NotOffered, ["IDR-IDC-007"]), Trouble)) { MayBeMissing = true };
}
