using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Notifications;

/// <summary>When a resident last pressed the bell: what was unread before is counted no more at it.</summary>
public sealed class BellRow
{
    [MaxLength(64)]
    public required string PersonKey { get; init; }

    public required DateTimeOffset PressedAt { get; set; }
}
