using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.History;

/// <summary>One act in the ledger: written before the platform is asked, closed when its end is known.</summary>
public sealed class ServiceRequestRow
{
    /// <summary>The event id, 16 digits.</summary>
    [MaxLength(16)]
    public required string EventId { get; init; }

    /// <summary>The id of the form that was sent; a second press carries the same.</summary>
    public required Guid IntentId { get; init; }

    [MaxLength(64)]
    public required string PersonKey { get; init; }

    public required ActKind Kind { get; init; }

    public required ActState State { get; set; }

    /// <summary>What is wished, as the act's own JSON; never a number of a person.</summary>
    [MaxLength(10000)]
    public required string Wish { get; init; }

    /// <summary>The UIN, sealed: the platform is asked again with it when the outcome is open.</summary>
    [MaxLength(400)]
    public required string SealedUin { get; init; }

    /// <summary>The language of the sign-in, for a notice to someone whose record names none.</summary>
    [MaxLength(3)]
    public required string Language { get; init; }

    /// <summary>The id under which the platform was asked.</summary>
    public Guid? PlatformRequestId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>When to look again whether it was done; null when there is nothing to look for.</summary>
    public DateTimeOffset? NextLookAt { get; set; }

    /// <summary>What was there before the platform was asked, by keyed hash, where only that tells what is new afterwards.</summary>
    [MaxLength(4000)]
    public string? Before { get; set; }

    /// <summary>What came of it, sealed.</summary>
    [MaxLength(2000)]
    public string? SealedResult { get; set; }

    /// <summary>The RID of the packet it was sent as, sealed, where it is one.</summary>
    [MaxLength(400)]
    public string? SealedRid { get; set; }

    /// <summary>Hash of that RID, by which a tracked RID finds the act.</summary>
    [MaxLength(64)]
    public string? RidKey { get; set; }

    /// <summary>When its owner pinned it: it then stands before the others.</summary>
    public DateTimeOffset? PinnedAt { get; set; }

    /// <summary>How often it was looked for.</summary>
    public int Looks { get; set; }

    /// <summary>The key of the problem that ended it.</summary>
    [MaxLength(64)]
    public string? Problem { get; set; }
}
