using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>One wrong try to sign in, counted against the device and the network it came from, whether or not the account exists.</summary>
internal sealed class OperatorTryRow
{
    [Key]
    public long Id { get; init; }

    /// <summary>The hash of a device or a network.</summary>
    [MaxLength(64)]
    public required string Subject { get; init; }

    public required DateTimeOffset At { get; init; }
}
