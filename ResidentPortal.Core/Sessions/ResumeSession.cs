using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sessions;

/// <summary>Finds the sign-in behind a cookie, for every request; being asked for a page counts as being there.</summary>
public sealed class ResumeSession(LiveSessions sessions)
{
    /// <summary>The sign-in. Problems: <see cref="CommonProblems.SignInNeeded"/> or one of <see cref="SessionProblems"/>.</summary>
    public Task<Outcome<ResidentSession>> ExecuteAsync(string token, CancellationToken cancellationToken = default) => sessions.FindByTokenAsync(token, isSeen: true, cancellationToken);
}
