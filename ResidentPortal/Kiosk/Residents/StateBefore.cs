using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>How it is now, to be read beside what is wished.</summary>
/// <param name="Locks">The auth types that the act is about.</param>
/// <param name="Changes">The data that the act is about, old and new.</param>
public sealed record StateBefore(IReadOnlyList<AuthLockEntry> Locks, IReadOnlyList<ShownChange> Changes);
