using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>What residents may lock (section <c>AuthLocks</c>).</summary>
public sealed class AuthLockOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "AuthLocks";

    /// <summary>The longest timed unlock, in hours.</summary>
    [Range(1, 24, ErrorMessage = "must be between 1 and 24 hours.")]
    public int LongestUnlockHours { get; set; } = 24;

    /// <summary>Auth types this deployment does not let residents lock (the platform's <c>auth.types.allowed</c> lacks them).</summary>
    public List<AuthType> NotLockable { get; } = [];

    /// <summary>The types that may be locked, in the order of the page.</summary>
    public IEnumerable<AuthType> Lockable => Enum.GetValues<AuthType>().Except(NotLockable);
}
