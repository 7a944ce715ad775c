using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>A duty of an operator or supervisor. Only the hash of its token stands here.</summary>
public sealed class DutyRow
{
    [Key]
    public required Guid Id { get; init; }

    [MaxLength(64)]
    public required string TokenKey { get; set; }

    [MaxLength(64)]
    public required string OperatorId { get; init; }

    [MaxLength(32)]
    public required string OperatorNumber { get; init; }

    [MaxLength(120)]
    public required string OperatorName { get; init; }

    [MaxLength(36)]
    public required string CentreCode { get; init; }

    /// <summary>The person key of the operator's own UIN, so that nobody helps themselves.</summary>
    [MaxLength(64)]
    public string? PersonKey { get; init; }

    /// <summary>The days and hours of the operator, as <see cref="WorkingHours.ToText"/> has them.</summary>
    [MaxLength(40)]
    public required string Hours { get; init; }

    public required bool IsSupervisor { get; init; }

    /// <summary>The device; null for a supervisor, who needs none.</summary>
    public Guid? DeviceId { get; init; }

    /// <summary>The hash of the network and browser that it began in.</summary>
    [MaxLength(64)]
    public required string Place { get; set; }

    /// <summary>Since when the screen is with the resident; null while it is with the operator.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    public required DateTimeOffset BeganAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DutyEnd? End { get; set; }
}

/// <summary>Why a duty ended.</summary>
public enum DutyEnd
{
    /// <summary>The operator signed out.</summary>
    SignedOut,

    /// <summary>Nothing happened for the idle time.</summary>
    Away,

    /// <summary>The longest time of a duty is over.</summary>
    TotalTime,

    /// <summary>The operator's hours are over.</summary>
    OutsideHours,

    /// <summary>A newer duty of the operator, or at the device, took its place.</summary>
    Replaced,

    /// <summary>The device was suspended, or its time is over.</summary>
    DeviceSuspended,

    /// <summary>The account was suspended.</summary>
    OperatorSuspended,

    /// <summary>Its cookie came from another network or browser.</summary>
    Elsewhere,
}

/// <summary>A signature of a device that was taken for a press: none is taken twice.</summary>
public sealed class PressRow
{
    [Key]
    [MaxLength(64)]
    public required string SignatureKey { get; init; }

    public required Guid DutyId { get; init; }

    public required DateTimeOffset At { get; init; }
}
