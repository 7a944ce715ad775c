using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Lists who used an identity as the platform wrote it down, a page at a time or all of it, for a program that shows it in its own way (MOSIP <c>/req/auth-history</c>).</summary>
public sealed class ListAuthHistory(LiveSessions sessions, IAuthHistory history, UseScan scan, HistoryWatch watch, IOptions<AuthHistoryOptions> options)
{
    /// <summary>
    /// The uses, newest first: of one page (counted from 1), or all that the portal reads at most. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<IdentityUse>>> ExecuteAsync(Guid sessionId, UsePage? page, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        Outcome<IReadOnlyList<IdentityUse>> read = page is { } one
            ? await history.ListAsync(session.Uin, [], one.Number, Math.Min(one.Size, options.Value.MostRows), cancellationToken)
            : await ReadAllAsync(session, cancellationToken);
        await watch.NoteAsync(session, "program", read.IsSuccess);
        return read;
    }

    private async Task<Outcome<IReadOnlyList<IdentityUse>>> ReadAllAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        List<IdentityUse> uses = [];
        var ended = await scan.RunAsync(session.Uin, [], Take, cancellationToken);
        return ended.Problem is { } problem ? problem : uses;

        bool Take(IdentityUse use)
        {
            uses.Add(use);
            return true;
        }
    }
}

/// <summary>A page of the platform's list.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Size">How many uses are on it.</param>
public sealed record UsePage(int Number, int Size);
