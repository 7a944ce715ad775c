using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Frame;

/// <summary>The addresses of assisted mode, by their first part.</summary>
internal static class KioskPaths
{
    private const string ShortLink = "/v";
    private const string Join = "/kiosk/join";

    // Before somebody is on duty, or while a factor is proved again, nobody's press counts; what comes there is judged by what it carries.
    private static readonly string[] WithoutPress = [Links.KioskBack, Links.KioskSignOut, Links.KioskEnrol, Join, Links.KioskProof, Links.KioskSignIn];

    private static readonly string[] WhileHandedOver = [Links.KioskBack, Links.KioskIamBack, Links.KioskIamReturn, Links.KioskSignOut, Links.KioskProof];

    /// <summary>Whether it is on the desk's side.</summary>
    public static bool IsDesk(PathString path) => path.StartsWithSegments(Links.KioskStart, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is on the resident's side.</summary>
    public static bool IsView(PathString path) => path.StartsWithSegments(Links.Visit, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(ShortLink, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this very address.</summary>
    public static bool Is(PathString path, string other) => string.Equals(path.Value?.TrimEnd('/'), other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a press of an operator has to be signed by the device there.</summary>
    public static bool WantsPress(PathString path) => !IsAny(path, WithoutPress);

    /// <summary>
    /// Where a request is led instead; null where it may go on. At the desk only the kiosk's own pages answer, those of what the resident agreed to, and those that tell of
    /// nobody; on the resident's side of a kiosk only the view, and what they do by themselves.
    /// </summary>
    public static string? Instead(KioskState state, PathString path) => state switch
    {
        { IsDevice: false } => null,
        { Side: KioskSide.Resident, View: null, Duty.IsHandedOver: true } when !IsView(path) => Links.KioskBack,
        { Side: KioskSide.Resident, View: { } view } => IsView(path) || DeskTable.IsOwn(path, view.Purposes) || DeskTable.IsInformation(path) ? null : Links.Visit,
        { Side: KioskSide.Resident } => IsView(path) ? null : Links.KioskStart,
        { Duty: null } => IsAny(path, [Links.Desk, Links.DeskVisit]) ? Links.KioskStart : null,
        { Duty.IsHandedOver: true } => Is(path, Links.KioskStart) || IsAny(path, WhileHandedOver) ? null : Links.Visit,
        { Duty.IsSupervisor: true } => IsDesk(path) && !IsAny(path, [Links.Desk, Links.DeskVisit]) ? null : Links.KioskSupervisor,
        _ => IsDesk(path) || DeskTable.IsInformation(path) || state.DeskSession is not null ? null : state.Visit is null ? Links.Desk : Links.DeskVisit,
    };

    private static bool IsAny(PathString path, string[] parents) => parents.Any(parent => path.StartsWithSegments(parent, StringComparison.OrdinalIgnoreCase));
}
