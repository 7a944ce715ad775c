using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>The operations of ID repository and what its codes mean.</summary>
internal static class IdRepositoryOperations
{
    /// <summary>The name of the service.</summary>
    public const string Service = "IdRepository";

    // IDR-IDC-002 on a read can only mean the number: nothing else is asked, and older platforms accept fewer numbers than the portal.
    private static readonly string[] NobodyByThatNumber = ["IDR-IDC-002", "IDR-IDC-007", "IDR-VID-001", "IDR-VID-004"];

    // Fingers, eyes and an uncompressed face together, twice in base64.
    private const int LargestBiometricsAnswer = 24 * 1024 * 1024;

    private static readonly (Problem, string[]) Trouble = (
        CommonProblems.ServiceUnavailable,
        [
            "IDR-IDS-001", "IDR-IDS-002", "IDR-IDS-003", "IDR-IDS-004", "IDR-IDS-005", "IDR-IDS-006", "IDR-IDS-007", "IDR-IDS-008", "IDR-IDS-010", "IDR-IDS-012",
            "IDR-VID-005", "IDR-VID-006",
        ]);

    /// <summary><c>POST /idvid/</c>. A platform that lacks it answers 404, 405, or with success and IDR-IDC-003.</summary>
    public static readonly MosipOperation FindIdentity = new(
        Service,
        nameof(FindIdentity),
        Sending.Read,
        MosipOperation.Table((ProfileProblems.UnknownPerson, NobodyByThatNumber), (MosipProblems.NotOffered, ["IDR-IDC-003"]), Trouble)) { MayBeMissing = true };

    /// <summary><c>GET /idvid/{id}</c>.</summary>
    public static readonly MosipOperation FindIdentityByAddress = new(
        Service, nameof(FindIdentityByAddress), Sending.Read, MosipOperation.Table((ProfileProblems.UnknownPerson, NobodyByThatNumber), Trouble));

    /// <summary><c>POST /idvid/</c> with the biometrics.</summary>
    public static readonly MosipOperation FindBiometrics = FindIdentity with { Name = nameof(FindBiometrics), MaxResponseBytes = LargestBiometricsAnswer };

    /// <summary><c>GET /idvid/{id}</c> with the biometrics.</summary>
    public static readonly MosipOperation FindBiometricsByAddress = FindIdentityByAddress with { Name = nameof(FindBiometricsByAddress), MaxResponseBytes = LargestBiometricsAnswer };

    /// <summary><c>GET /authtypes/status/{id}</c>.</summary>
    public static readonly MosipOperation ListAuthTypes = new(
        Service, nameof(ListAuthTypes), Sending.Read, MosipOperation.Table((AuthLockProblems.UnknownPerson, NobodyByThatNumber), Trouble));

    /// <summary><c>POST /authtypes/status</c>. Here IDR-IDC-002 means a type that the deployment does not let anybody lock.</summary>
    public static readonly MosipOperation ChangeAuthTypes = new(
        Service,
        nameof(ChangeAuthTypes),
        Sending.Write,
        MosipOperation.Table(
            (AuthLockProblems.NotLockable, ["IDR-IDC-002"]),
            (AuthLockProblems.UnknownPerson, ["IDR-IDC-007", "IDR-VID-001", "IDR-VID-004"]),
            (CommonProblems.Refused, ["IDR-IDC-001", "IDR-IDC-003", "IDR-IDC-005"]),
            (CommonProblems.ServiceUnavailable, ["IDR-IDS-010", "IDR-VID-005", "IDR-VID-006"])));
}
