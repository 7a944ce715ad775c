using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sharing;

/// <summary>Hands another program the PDF that a partner made of a request which that program made in a resident's name. Each time is audited; the portal keeps none of it.</summary>
public sealed class FetchCredentialCard(IDbContextFactory<PortalDbContext> databases, ClientRequests made, IPartnerCredentials credentials, AuditTrail trail)
{
    /// <summary>The PDF. Problems: <see cref="SharingProblems.UnknownRequest"/> (also what others asked for), <see cref="SharingProblems.NoCard"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<byte[]>> ExecuteAsync(string? requestId, string client, CancellationToken cancellationToken = default)
    {
        if (!(await made.FindAsync(requestId, client, cancellationToken)).Try(out var row, out var problem)
            || !(await credentials.FetchCardAsync(row.PlatformRequestId!.Value, cancellationToken)).Try(out var card, out problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await trail.AppendAsync(db, AuditEvent.CardDelivered, AuditResult.Success, row.PersonKey, row.EventId);
        await transaction.CommitAsync(CancellationToken.None);
        return card;
    }
}
