using ResidentPortal.Core.AuthLocks;

namespace ResidentPortal.Pages.Locks;

/// <summary>What the page of the locks is drawn from.</summary>
public sealed class LocksShown
{
    /// <summary>The auth types with their states; null where they cannot be read.</summary>
    public IReadOnlyList<AuthLockEntry>? Entries { get; set; }

    /// <summary>When they were read from the platform.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>The sentences of what was wrong.</summary>
    public string? Problem { get; set; }

    /// <summary>The unlock that was asked for last, as it was chosen.</summary>
    public UnlockWish? Wish { get; set; }

    /// <summary>The auth types that wait for a yes, because with them the last way to get codes is locked.</summary>
    public AuthType[]? LastWay { get; set; }
}
