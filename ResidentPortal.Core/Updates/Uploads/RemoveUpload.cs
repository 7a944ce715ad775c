using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates.Uploads;

/// <summary>Deletes a paper that was sent ahead; its file is gone at once (MOSIP <c>DELETE /documents/{document-id}</c>).</summary>
public sealed class RemoveUpload(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, UploadShelf shelf)
{
    /// <summary>Deleted. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's, and that of another transaction).</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, TransactionId transaction, Guid id, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var key = shelf.Key(session, transaction);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        return await db.Uploads.Where(row => row.Id == id && row.TransactionKey == key).ExecuteDeleteAsync(CancellationToken.None) == 1 ? default(Done) : CommonProblems.NotFound;
    }
}
