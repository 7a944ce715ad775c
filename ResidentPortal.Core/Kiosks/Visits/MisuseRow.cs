using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>What the hourly look at visits found: whose visits, never whose they were for.</summary>
public sealed class MisuseRow
{
    [Key]
    public required Guid Id { get; init; }

    public required MisuseRule Rule { get; init; }

    /// <summary>What makes it one finding and not another; the same is found once.</summary>
    [MaxLength(160)]
    public required string Subject { get; init; }

    [MaxLength(64)]
    public required string OperatorId { get; init; }

    [MaxLength(32)]
    public required string OperatorNumber { get; init; }

    [MaxLength(36)]
    public required string CentreCode { get; init; }

    public required int Count { get; set; }

    public required DateTimeOffset FirstAt { get; set; }

    public required DateTimeOffset LastAt { get; set; }

    public required DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The supervisor who closed it.</summary>
    [MaxLength(64)]
    public string? ClosedBy { get; set; }
}
