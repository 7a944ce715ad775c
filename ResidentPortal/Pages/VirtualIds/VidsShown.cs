using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Pages.VirtualIds;

/// <summary>What the page of the VIDs is drawn from.</summary>
public sealed class VidsShown
{
    /// <summary>The VIDs, masked, and the types; null where they cannot be read.</summary>
    public VidOverview? Overview { get; set; }

    /// <summary>When they were read from the platform.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>The sentences of what was wrong.</summary>
    public string? Problem { get; set; }

    /// <summary>The word for a VID that was refused, with what stands for the VID.</summary>
    public (string? Key, string? Label) Refused { get; set; }
}
