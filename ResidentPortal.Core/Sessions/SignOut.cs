using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Ends a sign-in. Its other tabs learn of it within seconds; signing out twice is no fault.</summary>
public sealed class SignOut(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    /// <summary>Ends the sign-in.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await sessions.EndAsync(db, db.Sessions.Where(row => row.Id == sessionId), SessionEnd.SignedOut);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return default(Done);
    }
}
