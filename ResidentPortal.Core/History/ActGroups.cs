namespace ResidentPortal.Core.History;

/// <summary>What residents sort their requests by.</summary>
public enum ActGroup
{
    /// <summary>Locking and unlocking.</summary>
    Locks,

    /// <summary>VIDs.</summary>
    StandInNumbers,

    /// <summary>Cards, as a file and printed.</summary>
    Card,

    /// <summary>The data of the identity and its contacts.</summary>
    MyData,

    /// <summary>Sharing with organisations.</summary>
    Sharing,

    /// <summary>Everything else.</summary>
    Other,
}

/// <summary>How far an act has come, in the three words residents look for.</summary>
public enum ActProgress
{
    /// <summary>Its end is open.</summary>
    GoingOn,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was not done.</summary>
    NotDone,
}

/// <summary>The one table of kinds, their groups, and MOSIP's service types.</summary>
public static class ActGroups
{
    /// <summary>Resident Services' name for all there is.</summary>
    public const string All = "ALL";

    /// <summary>Resident Services' name for what a bell tells of: it takes its time, and its end is news.</summary>
    public const string Bell = "ASYNC";

    private static readonly ActKind[] OfBell = [ActKind.MakeVidCard, ActKind.OrderCard, ActKind.ShareData, ActKind.WithdrawShare, ActKind.UpdateIdentity, ActKind.DiscardUpdate, ActKind.ChangeAuthLocks];

    /// <summary>The group of a kind.</summary>
    public static ActGroup Group(this ActKind kind) => Of(kind).Group;

    /// <summary>The service type of Resident Services; null for kinds that have none there.</summary>
    public static string? ServiceType(this ActKind kind) => Of(kind).ServiceType;

    /// <summary>The kinds of a group.</summary>
    public static IReadOnlyList<ActKind> KindsOf(ActGroup group) => [.. Enum.GetValues<ActKind>().Where(kind => kind.Group() == group)];

    /// <summary>The kinds of a service type, of all of them or of the bell; its case says nothing. Kinds that Resident Services do not have are in none.</summary>
    public static IReadOnlyList<ActKind> KindsOf(string serviceType) =>
        string.Equals(serviceType, Bell, StringComparison.OrdinalIgnoreCase) ? OfBell
        : string.Equals(serviceType, All, StringComparison.OrdinalIgnoreCase) ? [.. Enum.GetValues<ActKind>().Where(kind => kind.ServiceType() is not null)]
        : [.. Enum.GetValues<ActKind>().Where(kind => string.Equals(kind.ServiceType(), serviceType, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The states of a progress. A draft is in none: it is no request yet.</summary>
    public static IReadOnlyList<ActState> StatesOf(ActProgress progress) => progress switch
    {
        ActProgress.GoingOn => [ActState.Asked, ActState.Accepted, ActState.Unknown],
        ActProgress.Done => [ActState.Confirmed],
        _ => [ActState.Refused, ActState.Failed, ActState.Cancelled],
    };

    private static (ActGroup Group, string? ServiceType) Of(ActKind kind) => kind switch
    {
        ActKind.ChangeAuthLocks => (ActGroup.Locks, "ID_MANAGEMENT_REQUEST"),
        ActKind.GenerateVid or ActKind.RevokeVid => (ActGroup.StandInNumbers, "ID_MANAGEMENT_REQUEST"),
        ActKind.RevealVid => (ActGroup.StandInNumbers, null),
        ActKind.MakeCard or ActKind.MakeVidCard or ActKind.OrderCard => (ActGroup.Card, "SERVICE_REQUEST"),
        ActKind.PrintCard => (ActGroup.Card, null),
        ActKind.UpdateIdentity or ActKind.DiscardUpdate => (ActGroup.MyData, "DATA_UPDATE_REQUEST"),
        ActKind.VerifyContact => (ActGroup.MyData, "ID_MANAGEMENT_REQUEST"),
        ActKind.FindLostNumber => (ActGroup.Other, "SERVICE_REQUEST"),
        ActKind.ShareData or ActKind.WithdrawShare => (ActGroup.Sharing, "DATA_SHARE_REQUEST"),
        ActKind.EndSignIns or ActKind.ReportProblem => (ActGroup.Other, null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
