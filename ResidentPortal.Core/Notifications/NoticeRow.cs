using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Notifications;

/// <summary>A notice on its way out. Written in the transaction of what it tells of, so that neither exists without the other.</summary>
public sealed class NoticeRow
{
    [Key]
    public required Guid Id { get; init; }

    /// <summary>What it tells of; unique, so that one occasion gives one notice.</summary>
    [MaxLength(80)]
    public required string Occasion { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>The UIN, sealed: the contacts are read from the platform when it is sent. Empty where the notice goes to <see cref="SealedTo"/>.</summary>
    [MaxLength(400)]
    public required string SealedUin { get; init; }

    /// <summary>One phone or e-mail address, sealed, where the notice goes there and nowhere else: to a new contact, or where no identity stands behind it yet.</summary>
    [MaxLength(600)]
    public string? SealedTo { get; init; }

    /// <summary>The hash by which the person's notices are found; null where no identity stands behind it yet.</summary>
    [MaxLength(64)]
    public string? PersonKey { get; init; }

    [MaxLength(3)]
    public required string Language { get; init; }

    [MaxLength(16)]
    public string? EventId { get; init; }

    /// <summary>The values of its places as JSON, never a number of a person.</summary>
    [MaxLength(2000)]
    public required string Facts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When to try next; null when it is over.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    public int Tries { get; set; }

    public DeliveryState Sms { get; set; }

    public DeliveryState Email { get; set; }

    /// <summary>When its reader has read it in the portal.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Hash of the token of its "This was not me" link; null where it carries none.</summary>
    [MaxLength(64)]
    public string? AlarmKey { get; init; }

    /// <summary>When "This was not me" was pressed; it works once.</summary>
    public DateTimeOffset? AlarmUsedAt { get; set; }
}

/// <summary>How far one channel of a notice has come.</summary>
public enum DeliveryState
{
    /// <summary>Still to be handed over.</summary>
    Open,

    /// <summary>The platform's notifier took it.</summary>
    Sent,

    /// <summary>The person has no such contact.</summary>
    NoContact,

    /// <summary>The notifier will not take it, or a day has passed.</summary>
    GivenUp,
}

/// <summary>What a notice tells of.</summary>
public enum NoticeKind
{
    /// <summary>Auth types were locked or unlocked.</summary>
    LocksChanged,

    /// <summary>A change of auth types was not done.</summary>
    LocksNotChanged,

    /// <summary>It could not be found out whether a change of auth types was done.</summary>
    LocksUnknown,

    /// <summary>A timed unlock ends in five minutes.</summary>
    UnlockEndsSoon,

    /// <summary>A timed unlock is over, and the lock has not come back.</summary>
    StillUnlocked,

    /// <summary>A VID was made.</summary>
    VidGenerated,

    /// <summary>A VID was not made.</summary>
    VidNotGenerated,

    /// <summary>A VID was taken out of use.</summary>
    VidRevoked,

    /// <summary>The platform made another VID by itself in the place of one that was taken out of use. The link wants a code before it shows the number.</summary>
    VidRestored,

    /// <summary>A VID was not taken out of use.</summary>
    VidNotRevoked,

    /// <summary>It could not be found out whether a VID was made or taken out of use.</summary>
    VidUnknown,

    /// <summary>A card was made as a file.</summary>
    CardMade,

    /// <summary>A card could not be made as a file.</summary>
    CardNotMade,

    /// <summary>The masked card was made for the printer of a kiosk.</summary>
    CardPrinted,

    /// <summary>The masked card could not be made for the printer of a kiosk.</summary>
    CardNotPrinted,

    /// <summary>The link to a card, asked for by the resident. It wants a code before it opens.</summary>
    CardLink,

    /// <summary>A printed card was ordered.</summary>
    CardOrdered,

    /// <summary>A printed card was not ordered, or will not come.</summary>
    CardNotOrdered,

    /// <summary>It could not be found out whether a printed card was ordered.</summary>
    CardOrderUnknown,

    /// <summary>A printed card was delivered.</summary>
    CardDelivered,

    /// <summary>The resume code of a draft.</summary>
    DraftResumeCode,

    /// <summary>An update was handed in. Fact <c>rid</c>, sealed: its request number.</summary>
    UpdateSent,

    /// <summary>An update was not handed in.</summary>
    UpdateNotSent,

    /// <summary>It could not be found out whether an update was handed in.</summary>
    UpdateUnknown,

    /// <summary>An update was done.</summary>
    UpdateDone,

    /// <summary>An update was refused by the platform.</summary>
    UpdateRefused,

    /// <summary>A waiting update was discarded.</summary>
    UpdateDiscarded,

    /// <summary>A waiting update was not discarded, or it is not known.</summary>
    UpdateNotDiscarded,

    /// <summary>A change of the registered contact was asked for: to the old one and to the new one.</summary>
    ContactChangeAsked,

    /// <summary>A registered contact was verified.</summary>
    ContactVerified,

    /// <summary>The link to a lost number.</summary>
    LostNumberLink,

    /// <summary>A search with this contact found no number.</summary>
    LostNumberNotFound,

    /// <summary>A tracked request has moved on.</summary>
    RequestMoved,

    /// <summary>The whole of a tracked request, after a code.</summary>
    RequestShown,

    /// <summary>A sign-in on a device that was not used before, or after wrong codes.</summary>
    NewSignIn,

    /// <summary>Sign-ins were ended from another one.</summary>
    SignInsEnded,

    /// <summary>"This was not me" was pressed: everything is locked, every sign-in ended.</summary>
    AlarmRaised,

    /// <summary>The authentication history was shown.</summary>
    HistoryShown,

    /// <summary>The authentication history was asked for and could not be shown.</summary>
    HistoryNotShown,

    /// <summary>Data were shared with an organisation.</summary>
    DataShared,

    /// <summary>Data were not shared with an organisation.</summary>
    DataNotShared,

    /// <summary>It could not be found out whether data were shared.</summary>
    DataShareUnknown,

    /// <summary>A sharing was withdrawn.</summary>
    ShareWithdrawn,

    /// <summary>A sharing was not withdrawn.</summary>
    ShareNotWithdrawn,

    /// <summary>A problem was reported (a grievance).</summary>
    ProblemReported,

    /// <summary>A reported problem was answered.</summary>
    ProblemAnswered,

    /// <summary>Somebody at a kiosk asks for consent: operator, centre, purposes.</summary>
    VisitAsked,

    /// <summary>A visit at a kiosk is over, and what was done in it.</summary>
    VisitEnded,
}
