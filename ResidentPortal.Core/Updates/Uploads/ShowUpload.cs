using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates.Uploads;

/// <summary>Hands a paper that was sent ahead back to its owner, as it will be sent on (MOSIP <c>GET /document/{document-id}</c>).</summary>
public sealed class ShowUpload(LiveSessions sessions, UploadShelf shelf)
{
    /// <summary>The file. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's, and that of another transaction).</summary>
    public async Task<Outcome<byte[]>> ExecuteAsync(Guid sessionId, TransactionId transaction, Guid id, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        return await shelf.OpenAsync(session, transaction, id, cancellationToken) is { } file ? file : CommonProblems.NotFound;
    }
}
