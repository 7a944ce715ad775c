using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates.Uploads;

/// <summary>Lists the papers that their owner sent ahead for a transaction (MOSIP <c>GET /documents/{transaction-id}</c>).</summary>
public sealed class ListUploads(LiveSessions sessions, UploadShelf shelf)
{
    /// <summary>The papers, oldest first. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> where there are none.</summary>
    public async Task<Outcome<IReadOnlyList<Upload>>> ExecuteAsync(Guid sessionId, TransactionId transaction, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var uploads = await shelf.ListAsync(session, transaction, cancellationToken);
        return uploads.Count == 0 ? CommonProblems.NotFound : uploads.ToList();
    }
}
