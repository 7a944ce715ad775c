using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Sends the resume code of an open draft to the registered contacts once more, at most once an hour.</summary>
public sealed class SendResumeCode(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, UpdateDrafts drafts, Notices notices, TimeProvider clock)
{
    /// <summary>Sent, or sent a while ago. Problems: those of the sign-in, <see cref="SessionProblems.OutsidePurpose"/> (from a desk), <see cref="UpdateProblems.NoDraft"/>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (session.Visit is { IsDesk: true })
        {
            return SessionProblems.OutsidePurpose;
        }

        if (await drafts.FindRowAsync(session, cancellationToken) is not { } row)
        {
            return UpdateProblems.NoDraft;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        drafts.TellCode(db, session, row, clock.GetUtcNow().ToString("yyyyMMddHH", CultureInfo.InvariantCulture));
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException failure) when (StorageFaults.IsUniqueViolation(failure))
        {
            // Sent within this hour.
            return default(Done);
        }

        notices.Raise();
        return default(Done);
    }
}
