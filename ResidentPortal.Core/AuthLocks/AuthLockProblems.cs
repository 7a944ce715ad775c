using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>What can go wrong with locking and unlocking.</summary>
public static class AuthLockProblems
{
    /// <summary>No auth type was chosen.</summary>
    public static readonly Problem NothingChosen = new("locks.nothingChosen", ProblemKind.Invalid);

    /// <summary>The time to unlock for is not between one minute and a day.</summary>
    public static readonly Problem DurationOutOfRange = new("locks.durationOutOfRange", ProblemKind.Invalid);

    /// <summary>This would lock the last way to receive codes: the resident has to say that they know.</summary>
    public static readonly Problem LastWay = new("locks.lastWay", ProblemKind.Conflict);

    /// <summary>The deployment does not let this type be locked.</summary>
    public static readonly Problem NotLockable = new("locks.notLockable", ProblemKind.Refused);

    /// <summary>The platform does not know this person.</summary>
    public static readonly Problem UnknownPerson = new("locks.unknownPerson", ProblemKind.NotFound);
}
