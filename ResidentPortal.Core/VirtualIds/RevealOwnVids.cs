using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>Gives a resident's program the numbers of all their VIDs whole, with what is known of each: audited before they leave. Pages show one at a time (<see cref="RevealVid"/>).</summary>
public sealed class RevealOwnVids(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, ShowVids show, AuditTrail trail)
{
    /// <summary>The VIDs in use, the newest first; none is an empty list. Problems: those of <see cref="ShowVids.ExecuteAsync"/>.</summary>
    public async Task<Outcome<IReadOnlyList<WholeVid>>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await show.ExecuteAsync(sessionId, cancellationToken)).Try(out var overview, out problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await trail.AppendAsync(db, AuditEvent.VidRevealed, AuditResult.Success, session.PersonKey, note: "list");
        await transaction.CommitAsync(CancellationToken.None);
        return overview.Vids.Select(entry => new WholeVid(entry.Vid, entry)).ToList();
    }
}

/// <summary>A VID with its number; as text it is masked.</summary>
/// <param name="Vid">The number.</param>
/// <param name="Entry">What is known of it.</param>
public sealed record WholeVid(Vid Vid, VidEntry Entry);
