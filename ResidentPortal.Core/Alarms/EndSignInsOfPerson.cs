using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Alarms;

/// <summary>Ends every sign-in of a person for the staff of the authority, and tells the person.</summary>
public sealed class EndSignInsOfPerson(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, IIdentityRegistry identities, LookupKeys keys, Vault vault, Notices notices)
{
    /// <summary>How many sign-ins were ended. Problems: those of <see cref="IIdentityRegistry.FindAsync"/>, where a VID is given.</summary>
    public async Task<Outcome<int>> ExecuteAsync(IndividualId individualId, CancellationToken cancellationToken = default)
    {
        var uin = individualId.Uin;
        if (uin is null)
        {
            if (!(await identities.FindAsync(individualId, cancellationToken)).Try(out var identity, out var problem))
            {
                return problem;
            }

            uin = identity.Uin;
        }

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var (personKey, sealedUin) = (keys.Person(uin), vault.Seal(IndividualId.Of(uin)));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var alive = (await db.Sessions.AsNoTracking().Where(row => row.PersonKey == personKey && row.EndedAt == null).ToListAsync(cancellationToken)).FindAll(row => sessions.EndOf(row) is null);
        await sessions.EndAllAsync(db, personKey, SessionEnd.EndedByStaff);
        if (alive.Count > 0)
        {
            notices.Add(db, new Notice(NoticeKind.SignInsEnded, sealedUin, alive[0].Language, $"staff {alive[0].Id:N}"));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        notices.Raise();
        return alive.Count;
    }
}
