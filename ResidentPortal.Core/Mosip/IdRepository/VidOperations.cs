using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>The operations on virtual IDs and what their codes mean: the same code says another thing to each.</summary>
internal static class VidOperations
{
    /// <summary>The person has no VID in use: to the platform an error.</summary>
    public static readonly Problem NoVids = new("mosip.idrepo.noVids", ProblemKind.NotFound);

    /// <summary>
    /// A value of the request was refused, and the code does not say which: the time is among them. Requests are judged before anything is done, so nothing was.
    /// </summary>
    public static readonly Problem WrongValue = new("mosip.idrepo.wrongValue", ProblemKind.Refused);

    private static readonly (Problem, string[]) Refused = (CommonProblems.Refused, ["IDR-IDC-001", "IDR-IDC-003", "IDR-IDC-005"]);

    // Where the number generator gives up, or the policy, another VID may have gone out of use before.
    private static readonly (Problem, string[]) HalfDone = (CommonProblems.OutcomeUnknown, ["IDR-VID-002"]);

    private static readonly (Problem, string[]) NotDone = (CommonProblems.ServiceUnavailable, ["IDR-IDS-010", "IDR-VID-005", "IDR-VID-006"]);

    /// <summary><c>GET mosip-vid-policy.json</c>.</summary>
    public static readonly MosipOperation ReadPolicy = new("ConfigServer", nameof(ReadPolicy), Sending.Read, MosipOperation.Table()) { IsEnveloped = false };

    /// <summary><c>GET /vid/uin/{uin}</c>.</summary>
    public static readonly MosipOperation List = new(
        IdRepositoryOperations.Service,
        "ListVids",
        Sending.Read,
        MosipOperation.Table((NoVids, ["IDR-IDC-007", "IDR-VID-001", "IDR-VID-004"]), (CommonProblems.ServiceUnavailable, ["IDR-IDC-001", "IDR-IDC-002"]), NotDone));

    /// <summary><c>POST /vid</c>.</summary>
    public static readonly MosipOperation Create = new(
        IdRepositoryOperations.Service,
        "CreateVid",
        Sending.Write,
        MosipOperation.Table(
            (VirtualIdProblems.LimitReached, ["IDR-VID-003"]),
            (VirtualIdProblems.NotAllowed, ["IDR-VID-004", "IDR-IDC-007"]),
            (WrongValue, ["IDR-IDC-002"]),
            Refused,
            HalfDone,
            NotDone));

    /// <summary><c>PATCH /vid/{vid}</c>.</summary>
    public static readonly MosipOperation Revoke = new(
        IdRepositoryOperations.Service,
        "RevokeVid",
        Sending.Write,
        MosipOperation.Table(
            (VirtualIdProblems.UnknownVid, ["IDR-VID-001", "IDR-IDC-007"]),
            (WrongValue, ["IDR-IDC-002"]),
            (CommonProblems.Refused, ["IDR-VID-004"]),
            Refused,
            (CommonProblems.OutcomeUnknown, ["IDR-VID-003"]),
            HalfDone,
            NotDone));
}
