using ResidentPortal.Core.Identifiers;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>A VID in use, as the platform lists it.</summary>
/// <param name="Vid">The number.</param>
/// <param name="Type">Its type.</param>
/// <param name="CreatedAt">When it was made; null where the platform does not say (before 1.2.1).</param>
/// <param name="ExpiresAt">When it runs out; null where it never does.</param>
/// <param name="Uses">How many authentications it stands in all; null for any number.</param>
public sealed record IssuedVid(Vid Vid, VidType Type, DateTimeOffset? CreatedAt, DateTimeOffset? ExpiresAt, int? Uses);
