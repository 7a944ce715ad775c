using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Shows one use again to whoever says that they do not know it.</summary>
public sealed class ShowUse(LiveSessions sessions, UseReader reader)
{
    /// <summary>
    /// The use, and whether it can be stopped. Problems: those of the sign-in, <see cref="AuthHistoryProblems.UnknownUse"/> (also another person's),
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<QuestionedUse>> ExecuteAsync(Guid sessionId, string? key, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        return (await reader.FindAsync(session, key, cancellationToken)).Then(found => new QuestionedUse(found.Shown, LockTimeline.TypesOf(found.Use.Ways).Any()));
    }
}

/// <summary>A use that somebody asks about.</summary>
/// <param name="Use">The use.</param>
/// <param name="CanLockWay">Whether the way it was made by can be locked.</param>
public sealed record QuestionedUse(ShownUse Use, bool CanLockWay);
