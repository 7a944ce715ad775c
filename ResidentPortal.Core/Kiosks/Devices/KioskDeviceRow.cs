using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>A browser at a centre, known by the public half of a key that cannot leave it.</summary>
public sealed class KioskDeviceRow
{
    [Key]
    public required Guid Id { get; init; }

    [MaxLength(80)]
    public required string Name { get; init; }

    [MaxLength(36)]
    public required string CentreCode { get; init; }

    /// <summary>The public key (ECDSA P-256), as SubjectPublicKeyInfo.</summary>
    [MaxLength(200)]
    public required byte[] PublicKey { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>When a supervisor had compared its words; null before.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public required DateTimeOffset ActiveUntil { get; set; }

    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>The hash of the token that the last proof of the key gave; null where none holds.</summary>
    [MaxLength(64)]
    public string? ProofKey { get; set; }

    /// <summary>The hash of network and browser that the key was proved from.</summary>
    [MaxLength(64)]
    public string? ProofPlace { get; set; }

    public DateTimeOffset? ProvedAt { get; set; }

    public DateTimeOffset? ProvedUntil { get; set; }
}

/// <summary>An offer to enrol one device, by a code that is used once.</summary>
public sealed class EnrolmentRow
{
    [Key]
    [MaxLength(64)]
    public required string CodeKey { get; init; }

    [MaxLength(80)]
    public required string Name { get; init; }

    [MaxLength(36)]
    public required string CentreCode { get; init; }

    public required DateTimeOffset Until { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A question to a device that it answers once, with its key.</summary>
public sealed class DeviceNonceRow
{
    [Key]
    [MaxLength(64)]
    public required string NonceKey { get; init; }

    public required Guid DeviceId { get; init; }

    public required DateTimeOffset Until { get; init; }
}
