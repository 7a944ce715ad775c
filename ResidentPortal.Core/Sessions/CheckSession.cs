using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sessions;

/// <summary>Looks whether the sign-in of an open page is still alive: at every event of the resident, which counts as being there, and regularly, which does not.</summary>
public sealed class CheckSession(LiveSessions sessions)
{
    /// <summary>The sign-in. Problems: <see cref="CommonProblems.SignInNeeded"/> or one of <see cref="SessionProblems"/>.</summary>
    public Task<Outcome<ResidentSession>> ExecuteAsync(Guid sessionId, bool isSeen, CancellationToken cancellationToken = default) => sessions.FindAsync(sessionId, isSeen, cancellationToken);
}
