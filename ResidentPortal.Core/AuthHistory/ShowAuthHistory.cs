using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Shows a resident who used their identity, when, how and with what outcome (MOSIP <c>AUTHENTICATION_REQUEST</c> history), as far as a filter asks for it.</summary>
public sealed class ShowAuthHistory(LiveSessions sessions, UseReader reader, HistoryWatch watch)
{
    /// <summary>How many uses a page has.</summary>
    public const int PageSize = 20;

    /// <summary>A page. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<AuthHistoryPage>> ExecuteAsync(Guid sessionId, UseFilter filter, int page = 1, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var read = await reader.ReadAsync(session, filter, Math.Max(1, page), PageSize, cancellationToken);
        await watch.NoteAsync(session, "page", read.IsSuccess);
        return read;
    }
}
