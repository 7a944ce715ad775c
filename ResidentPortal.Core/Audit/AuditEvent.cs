namespace ResidentPortal.Core.Audit;

/// <summary>What the trail records. The platform's catalogue has a number for each (see <see cref="PlatformCatalogue"/>).</summary>
public enum AuditEvent
{
    /// <summary>A one-time code was asked for.</summary>
    CodeAsked,

    /// <summary>The platform was asked to send a code, and answered.</summary>
    CodeSent,

    /// <summary>A code was entered.</summary>
    CodeEntered,

    /// <summary>A resident signed in.</summary>
    SignedIn,

    /// <summary>A sign-in ended.</summary>
    SignedOut,

    /// <summary>Auth types were locked or unlocked.</summary>
    AuthTypesChanged,

    /// <summary>A timed unlock ended, as seen by reading back.</summary>
    RelockSeen,

    /// <summary>The state of the auth types was shown.</summary>
    AuthTypesShown,

    /// <summary>A VID was made.</summary>
    VidGenerated,

    /// <summary>A VID was taken out of use.</summary>
    VidRevoked,

    /// <summary>The digits of a VID were shown to their owner.</summary>
    VidRevealed,

    /// <summary>A card was made as a file.</summary>
    CardMade,

    /// <summary>The file of a card was handed out.</summary>
    CardDelivered,

    /// <summary>A masked card was handed to the printer of a kiosk, or another paper printed there.</summary>
    CardPrinted,

    /// <summary>The password of a card was shown to its owner.</summary>
    CardPasswordShown,

    /// <summary>A photo could not be read, so that the card was made without it.</summary>
    PhotoUnreadable,

    /// <summary>A printed card was ordered.</summary>
    CardOrdered,

    /// <summary>A registration was tracked.</summary>
    RequestTracked,

    /// <summary>The whole of a tracked request was shown after a code.</summary>
    RequestShown,

    /// <summary>A message was asked for when a request changes.</summary>
    RequestWatched,

    /// <summary>A draft of an update was opened on another device by its resume code.</summary>
    DraftResumed,

    /// <summary>A paper was taken into a draft, or refused.</summary>
    DocumentAdded,

    /// <summary>An update was handed in, and how it ended.</summary>
    IdentityUpdated,

    /// <summary>A waiting update was discarded.</summary>
    UpdateDiscarded,

    /// <summary>A contact that nobody's identity stands behind was proved by a code.</summary>
    ContactProved,

    /// <summary>A registered contact was verified.</summary>
    ContactVerified,

    /// <summary>A lost number was searched.</summary>
    LostNumberSought,

    /// <summary>The file with a lost number was handed out.</summary>
    LostNumberDelivered,

    /// <summary>The authentication history was shown.</summary>
    HistoryShown,

    /// <summary>Data were shared with an organisation.</summary>
    DataShared,

    /// <summary>A sharing was withdrawn.</summary>
    ShareWithdrawn,

    /// <summary>A problem was reported.</summary>
    ProblemReported,

    /// <summary>A reported problem was answered.</summary>
    ProblemAnswered,

    /// <summary>"This was not me" was pressed.</summary>
    AlarmRaised,

    /// <summary>A notice was handed to the platform's notifier.</summary>
    NoticeSent,

    /// <summary>The visit of a resident at a kiosk began.</summary>
    VisitStarted,

    /// <summary>The resident was asked for consent.</summary>
    ConsentAsked,

    /// <summary>The resident agreed.</summary>
    ConsentGiven,

    /// <summary>The resident did not agree.</summary>
    ConsentRefused,

    /// <summary>The resident was given a view of their own: the operator's screen, or a link for another one.</summary>
    HandedOver,

    /// <summary>The operator has the screen again, after a factor was proved.</summary>
    TakenBack,

    /// <summary>Fields of the resident were shown to the operator.</summary>
    FieldsShown,

    /// <summary>An act was put before the resident.</summary>
    ActPrepared,

    /// <summary>The resident confirmed an act with a code.</summary>
    ActConfirmed,

    /// <summary>The resident did not want an act, or it was taken away.</summary>
    ActRefused,

    /// <summary>The resident said that they have the paper.</summary>
    PaperTaken,

    /// <summary>A second person approved an act, or did not.</summary>
    SecondApproval,

    /// <summary>The visit ended.</summary>
    VisitEnded,

    /// <summary>A client said what happened in it. Nobody has seen whether it did.</summary>
    ClientReported,

    /// <summary>A browser at a centre made a key and waits to be confirmed.</summary>
    DeviceEnrolled,

    /// <summary>A supervisor compared a device's words and let it work.</summary>
    DeviceConfirmed,

    /// <summary>A device was suspended.</summary>
    DeviceSuspended,

    /// <summary>An operator or supervisor began a duty.</summary>
    DutyBegan,

    /// <summary>A duty ended.</summary>
    DutyEnded,

    /// <summary>An operator's account was added, joined, suspended, opened again or given a new link.</summary>
    OperatorChanged,

    /// <summary>A limit or a check refused something.</summary>
    Refused,
}

/// <summary>How an audited event ended.</summary>
public enum AuditResult
{
    /// <summary>As wished.</summary>
    Success,

    /// <summary>Not as wished.</summary>
    Failure,

    /// <summary>It is not known.</summary>
    Unknown,
}
