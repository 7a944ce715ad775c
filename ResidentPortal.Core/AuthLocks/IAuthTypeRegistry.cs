using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>The platform's record of which auth types a person has locked (MOSIP ID repository <c>/authtypes/status</c>).</summary>
public interface IAuthTypeRegistry
{
    /// <summary>
    /// The state of every type that can be locked; a type the platform does not list was never changed and is unlocked. Problems:
    /// <see cref="AuthLockProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<IReadOnlyList<AuthTypeState>>> ReadAsync(IndividualId individualId, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a change. Success means recorded, not yet enforced: read back to know. Sent once, never repeated. Problems:
    /// <see cref="AuthLockProblems.UnknownPerson"/>, <see cref="AuthLockProblems.NotLockable"/>, <see cref="CommonProblems.Refused"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/> (certainly not done), <see cref="CommonProblems.OutcomeUnknown"/> (perhaps done).
    /// </summary>
    Task<Outcome<Done>> ChangeAsync(IndividualId individualId, IReadOnlyList<AuthTypeChange> changes, Guid requestId, CancellationToken cancellationToken);
}

/// <summary>The state of one auth type as the platform has it now.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsLocked">Whether it is locked at this moment.</param>
/// <param name="UnlockedFor">What is left of a timed unlock; null where the state has no end.</param>
public sealed record AuthTypeState(AuthType Type, bool IsLocked, TimeSpan? UnlockedFor);

/// <summary>A wished change of one auth type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Lock">True to lock, false to unlock.</param>
/// <param name="UnlockFor">For how long to unlock; null until it is locked again. Only with an unlock.</param>
public sealed record AuthTypeChange(AuthType Type, bool Lock, TimeSpan? UnlockFor = null);
