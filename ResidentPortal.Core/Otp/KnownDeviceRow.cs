using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Otp;

/// <summary>A device on which a person has signed in before. The owner is a person key, or the hash of an identifier used there.</summary>
public sealed class KnownDeviceRow
{
    [MaxLength(64)]
    public required string DeviceKey { get; init; }

    [MaxLength(64)]
    public required string OwnerKey { get; init; }

    public required DateTimeOffset SeenAt { get; set; }
}
