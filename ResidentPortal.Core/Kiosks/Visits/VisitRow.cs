using System.ComponentModel.DataAnnotations;
using ResidentPortal.Core.History;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>A visit of one resident at a kiosk. What was done in it stands in its audit chain; here is what the two views need, and what is counted.</summary>
public sealed class VisitRow
{
    [Key]
    public required Guid Id { get; init; }

    public required Guid DeviceId { get; init; }

    public required Guid DutyId { get; init; }

    [MaxLength(64)]
    public required string OperatorId { get; init; }

    [MaxLength(32)]
    public required string OperatorNumber { get; init; }

    [MaxLength(120)]
    public required string OperatorName { get; init; }

    /// <summary>The person key of the operator's own UIN, so that nobody helps themselves.</summary>
    [MaxLength(64)]
    public string? OperatorKey { get; init; }

    [MaxLength(36)]
    public required string CentreCode { get; init; }

    /// <summary>The name of the centre, as it was known at the start.</summary>
    [MaxLength(200)]
    public string? CentreName { get; init; }

    [MaxLength(3)]
    public required string Language { get; set; }

    public required VisitState State { get; set; }

    /// <summary>What was agreed to, or is asked for first; with spaces between.</summary>
    [MaxLength(200)]
    public required string Purposes { get; set; }

    /// <summary>What is asked for in addition.</summary>
    [MaxLength(200)]
    public string? NewPurposes { get; set; }

    /// <summary>Counts how often consent was asked for: a code belongs to one asking.</summary>
    public int Round { get; set; }

    /// <summary>When the resident pressed "I agree" in this round.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    /// <summary>When a code for the consent was asked for in this round.</summary>
    public DateTimeOffset? CodeAskedAt { get; set; }

    /// <summary>When the consent was given; its time counts from here.</summary>
    public DateTimeOffset? ConsentAt { get; set; }

    /// <summary>How long the first consent was before the resident, in milliseconds.</summary>
    public int? ReadMilliseconds { get; set; }

    /// <summary>How many codes for the consent were wrong, or another person's.</summary>
    public int FailedConsents { get; set; }

    [MaxLength(64)]
    public string? PersonKey { get; set; }

    /// <summary>The UIN, sealed, as long as the visit goes on.</summary>
    [MaxLength(400)]
    public string? SealedUin { get; set; }

    public Guid? SessionId { get; set; }

    public Guid? DeskId { get; set; }

    /// <summary>Hash of the token of the resident's view.</summary>
    [MaxLength(64)]
    public string? ViewKey { get; set; }

    public ViewPlace? ViewPlace { get; set; }

    public DateTimeOffset? ViewOpenedAt { get; set; }

    /// <summary>Hash of the short link that opens a view.</summary>
    [MaxLength(64)]
    public string? LinkKey { get; set; }

    public DateTimeOffset? LinkUntil { get; set; }

    /// <summary>When the resident's view was last touched.</summary>
    public DateTimeOffset? ViewSeenAt { get; set; }

    [MaxLength(16)]
    public string? ActEventId { get; set; }

    public ActKind? ActKind { get; set; }

    public DeskActState? Act { get; set; }

    /// <summary>When the act was put before the resident.</summary>
    public DateTimeOffset? ActAt { get; set; }

    /// <summary>When the resident said that it is right.</summary>
    public DateTimeOffset? ActRightAt { get; set; }

    /// <summary>Hashes of the phone and e-mail address that were newly registered, with a space between.</summary>
    [MaxLength(200)]
    public string? NewContacts { get; set; }

    /// <summary>What the operator was shown, with spaces between.</summary>
    [MaxLength(200)]
    public string? ShownFields { get; set; }

    /// <summary>The kinds of act that were confirmed, one for each, with spaces between.</summary>
    [MaxLength(400)]
    public string? DoneKinds { get; set; }

    public int Acts { get; set; }

    public PrintState Print { get; set; }

    public int Prints { get; set; }

    public bool IsSlow { get; set; }

    /// <summary>Counts every change, so that a page knows that it is no longer true.</summary>
    public int Version { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public VisitEnd? End { get; set; }
}
