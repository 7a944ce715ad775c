using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.History;

/// <summary>The one enumeration of states for every act of the portal. The page says each in its own sentence; MOSIP's codes come from <see cref="ActKinds"/>.</summary>
public enum ActState
{
    /// <summary>Written down, not sent: it waits for a code.</summary>
    Draft,

    /// <summary>On its way to the platform.</summary>
    Asked,

    /// <summary>The platform took it; not yet read back.</summary>
    Accepted,

    /// <summary>Read back from the platform: it is done.</summary>
    Confirmed,

    /// <summary>The platform said no; nothing was changed.</summary>
    Refused,

    /// <summary>No usable answer came: it may have been done.</summary>
    Unknown,

    /// <summary>It was not done.</summary>
    Failed,

    /// <summary>The resident took it back before it was sent.</summary>
    Cancelled,
}

/// <summary>The kinds of act.</summary>
public enum ActKind
{
    /// <summary>Locking or unlocking auth types.</summary>
    ChangeAuthLocks,

    /// <summary>Making a VID.</summary>
    GenerateVid,

    /// <summary>Taking a VID out of use.</summary>
    RevokeVid,

    /// <summary>Looking at the digits of a VID.</summary>
    RevealVid,

    /// <summary>Making the e-UIN card as a file.</summary>
    MakeCard,

    /// <summary>Making the card of a VID as a file.</summary>
    MakeVidCard,

    /// <summary>Ordering a printed card.</summary>
    OrderCard,

    /// <summary>Changing the data of the identity, by a packet.</summary>
    UpdateIdentity,

    /// <summary>Discarding an update that waits.</summary>
    DiscardUpdate,

    /// <summary>Showing by a code that a registered contact works.</summary>
    VerifyContact,

    /// <summary>Finding a lost number.</summary>
    FindLostNumber,

    /// <summary>Ending sign-ins from another one.</summary>
    EndSignIns,

    /// <summary>Sharing data with an organisation.</summary>
    ShareData,

    /// <summary>Withdrawing a sharing.</summary>
    WithdrawShare,

    /// <summary>Reporting a problem (a grievance).</summary>
    ReportProblem,

    /// <summary>Printing the masked card at a kiosk.</summary>
    PrintCard,
}

/// <summary>MOSIP's words for kinds and states.</summary>
public static class ActKinds
{
    /// <summary>The request type of Resident Services.</summary>
    public static string RequestType(this ActKind kind) => Words(kind).RequestType;

    /// <summary>The status code of Resident Services for an act of a kind in a state.</summary>
    public static string StatusCode(this ActKind kind, ActState state) => state switch
    {
        ActState.Confirmed => Words(kind).Success,
        ActState.Refused or ActState.Failed => "FAILED",
        ActState.Cancelled => "CANCELED",
        _ => "NEW",
    };

    /// <summary>What a resident at a kiosk agrees to for an act of a kind; null for kinds that no visit has.</summary>
    public static VisitPurpose? PurposeAtKiosk(this ActKind kind) => kind switch
    {
        ActKind.ChangeAuthLocks => VisitPurpose.Locks,
        ActKind.GenerateVid or ActKind.RevokeVid => VisitPurpose.Vids,
        ActKind.OrderCard => VisitPurpose.OrderCard,
        ActKind.PrintCard => VisitPurpose.PrintCard,
        ActKind.UpdateIdentity => VisitPurpose.Update,
        _ => null,
    };

    /// <summary>Whether nothing more will change.</summary>
    public static bool IsEnd(this ActState state) => state is ActState.Confirmed or ActState.Refused or ActState.Failed or ActState.Cancelled;

    // Resident Services have no type for looking at one's own number, ending sign-ins, reporting a problem and printing at a kiosk.
    private static (string RequestType, string Success) Words(ActKind kind) => kind switch
    {
        ActKind.ChangeAuthLocks => ("AUTH_TYPE_LOCK_UNLOCK", "COMPLETED"),
        ActKind.GenerateVid => ("GENERATE_VID", "VID_GENERATED"),
        ActKind.RevokeVid => ("REVOKE_VID", "VID_REVOKED"),
        ActKind.RevealVid => ("DEFAULT", "COMPLETED"),
        ActKind.MakeCard => ("DOWNLOAD_PERSONALIZED_CARD", "CARD_DOWNLOADED"),
        ActKind.MakeVidCard => ("VID_CARD_DOWNLOAD", "CARD_READY_TO_DOWNLOAD"),
        ActKind.OrderCard => ("ORDER_PHYSICAL_CARD", "CARD_DELIVERED"),
        ActKind.UpdateIdentity => ("UPDATE_MY_UIN", "DATA_UPDATED"),
        ActKind.DiscardUpdate => ("UPDATE_MY_UIN", "CANCELED"),
        ActKind.VerifyContact => ("VALIDATE_OTP", "OTP_VERIFIED"),
        ActKind.FindLostNumber => ("GET_MY_ID", "OTP_VERIFIED"),
        ActKind.EndSignIns => ("DEFAULT", "COMPLETED"),
        ActKind.ShareData => ("SHARE_CRED_WITH_PARTNER", "DATA_SHARED_SUCCESSFULLY"),
        ActKind.WithdrawShare => ("SHARE_CRED_WITH_PARTNER", "CANCELED"),
        ActKind.ReportProblem => ("DEFAULT", "COMPLETED"),
        ActKind.PrintCard => ("DEFAULT", "COMPLETED"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
