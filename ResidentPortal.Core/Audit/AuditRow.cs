using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Audit;

/// <summary>One event of the trail, linked to the one before it by a keyed hash. Rows are added and never changed: the database refuses both change and removal.</summary>
public sealed class AuditRow
{
    /// <summary>The chain: <c>portal</c>, or <c>visit:&lt;id&gt;</c> of a visit at a kiosk.</summary>
    [MaxLength(64)]
    public required string Chain { get; init; }

    /// <summary>The place in the chain, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AuditEvent Event { get; init; }

    public required AuditResult Result { get; init; }

    /// <summary>The person key, where a person is known.</summary>
    [MaxLength(64)]
    public string? PersonKey { get; init; }

    /// <summary>The service request, where there is one.</summary>
    [MaxLength(16)]
    public string? EventId { get; init; }

    /// <summary>What more is to be said, never personal: a problem's key, a reason.</summary>
    [MaxLength(200)]
    public string? Note { get; init; }

    /// <summary>The hash of the row before it; of nothing for the first.</summary>
    [MaxLength(32)]
    public required byte[] PreviousHash { get; init; }

    /// <summary>The keyed hash over all of the above.</summary>
    [MaxLength(32)]
    public required byte[] Hash { get; init; }
}

/// <summary>The end of a chain. It changes in the same transaction that adds a row, so a removed tail is seen.</summary>
public sealed class AuditHeadRow
{
    [MaxLength(64)]
    public required string Chain { get; init; }

    /// <summary>The sequence number of the last row.</summary>
    public long Sequence { get; set; }

    /// <summary>The hash of the last row.</summary>
    [MaxLength(32)]
    public byte[] Hash { get; set; } = [];

    /// <summary>A keyed hash over the head itself, so that a head cannot be written without the key.</summary>
    [MaxLength(32)]
    public byte[] Seal { get; set; } = [];

    /// <summary>Up to which row the platform's audit manager has been told.</summary>
    public long Forwarded { get; set; }
}
