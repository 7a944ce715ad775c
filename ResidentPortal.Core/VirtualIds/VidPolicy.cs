namespace ResidentPortal.Core.VirtualIds;

/// <summary>What holds for a type of VID at this platform.</summary>
/// <param name="Type">The type.</param>
/// <param name="ValidFor">How long one lives; null where it never ends.</param>
/// <param name="Uses">How many authentications one stands; null for any number.</param>
/// <param name="Most">How many a person may have in use at a time.</param>
/// <param name="ReplacesOldest">
/// Whether the platform, asked for one more than <paramref name="Most"/>, silently takes the oldest out of use; and, asked to revoke one, silently makes another.
/// </param>
public sealed record VidPolicy(VidType Type, TimeSpan? ValidFor, int? Uses, int Most, bool ReplacesOldest);

/// <summary>
/// A type of VID by the platform's name: <c>Perpetual</c>, <c>Temporary</c>, <c>OneTimeUse</c>, or a country's own. The platform writes it one way in the policy and another in
/// its lists, so the case does not matter, and the three of MOSIP are always spelt as in the policy.
/// </summary>
public sealed record VidType
{
    private static readonly string[] Known = ["Perpetual", "Temporary", "OneTimeUse"];

    /// <summary>A type by name.</summary>
    public VidType(string name) => Name = Array.Find(Known, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) ?? name;

    /// <summary>The platform's name.</summary>
    public string Name { get; }

    /// <summary>Whether it is the same type.</summary>
    public bool Equals(VidType? other) => string.Equals(Name, other?.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
