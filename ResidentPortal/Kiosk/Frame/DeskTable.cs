using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Kiosk.Frame;

/// <summary>Which pages of the portal answer at a kiosk: those of what the resident agreed to, those that tell of nobody, and no others (S-74).</summary>
internal static class DeskTable
{
    private static readonly (VisitPurpose Purpose, string[] Paths)[] Work =
    [
        (VisitPurpose.Locks, [Links.Locks]),
        (VisitPurpose.Vids, [Links.Vids]),
        (VisitPurpose.OrderCard, [Links.OrderCard]),
        (VisitPurpose.Update, [Links.Update, Links.ChooseUpdate, Links.CheckUpdate, $"{Links.Update}/answer/", $"{Links.Update}/contact/", $"{Links.UpdatePapers}/", $"{Links.Update}/paper/"]),
    ];

    // Numbers and codes are typed there: only the resident does that.
    private static readonly (VisitPurpose Purpose, string[] Paths)[] Own =
    [
        (VisitPurpose.VerifyContact, [Links.Verify, Links.VerifyCode]),
        (VisitPurpose.Track, [Links.Track, Links.Acknowledgement]),
        (VisitPurpose.LostNumber, [Links.LostNumber, Links.LostNumberCode, Links.LostNumberFile]),
    ];

    private static readonly string[] Information = [Links.Help, Links.Papers, Links.PapersFile, Links.Centres, $"{Links.Centres}/", Links.CheckCard];

    /// <summary>The page where an operator works on a purpose; null where the resident does it.</summary>
    public static string? WorkOf(VisitPurpose purpose) => Work.Where(one => one.Purpose == purpose).Select(one => one.Paths[0]).FirstOrDefault();

    /// <summary>The page where a resident does something by themselves; null where there is none.</summary>
    public static string? OwnOf(VisitPurpose purpose) => Own.Where(one => one.Purpose == purpose).Select(one => one.Paths[0]).FirstOrDefault();

    /// <summary>Whether an address belongs to the work on these purposes.</summary>
    public static bool IsWork(PathString path, IEnumerable<VisitPurpose> purposes) => Has(Work, path, purposes);

    /// <summary>Whether an address belongs to what a resident does by themselves within these purposes.</summary>
    public static bool IsOwn(PathString path, IEnumerable<VisitPurpose> purposes) => Has(Own, path, purposes);

    /// <summary>Whether an address tells what everybody may know.</summary>
    public static bool IsInformation(PathString path) => Information.Any(one => Is(path, one));

    private static bool Has((VisitPurpose Purpose, string[] Paths)[] table, PathString path, IEnumerable<VisitPurpose> purposes) =>
        table.Any(one => purposes.Contains(one.Purpose) && one.Paths.Any(allowed => Is(path, allowed)));

    // What ends with a slash stands for all that is below it.
    private static bool Is(PathString path, string allowed) => allowed.EndsWith('/')
        ? path.Value?.Length > allowed.Length && path.Value.StartsWith(allowed, StringComparison.OrdinalIgnoreCase)
        : string.Equals(path.Value?.TrimEnd('/'), allowed, StringComparison.OrdinalIgnoreCase);
}
