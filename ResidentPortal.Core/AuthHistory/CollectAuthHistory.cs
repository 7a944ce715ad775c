using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Collects what a filter shows of a resident's history for a file of their own: all of it, up to a number that a file can hold.</summary>
public sealed class CollectAuthHistory(LiveSessions sessions, UseReader reader, HistoryWatch watch)
{
    /// <summary>How many uses a file holds.</summary>
    public const int Most = 5_000;

    /// <summary>One page with all of them. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<AuthHistoryPage>> ExecuteAsync(Guid sessionId, UseFilter filter, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var read = await reader.ReadAsync(session, filter, page: 1, Most, cancellationToken);
        await watch.NoteAsync(session, "file", read.IsSuccess);
        return read;
    }
}
