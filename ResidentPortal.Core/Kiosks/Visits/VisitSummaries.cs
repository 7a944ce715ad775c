using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Says what was done in a visit: from its chain, with the state each act has by now.</summary>
internal static class VisitSummaries
{
    /// <summary>The summary of a visit that is over.</summary>
    public static async Task<VisitSummary> OfAsync(PortalDbContext db, VisitRow row, CancellationToken cancellationToken) =>
        new(row.Id, row.End ?? VisitEnd.Finished, await ActsAsync(db, row.Id, cancellationToken), row.Prints)
        {
            Language = Language.Find(row.Language) ?? Language.English,
            StartedAt = row.StartedAt,
            EndedAt = row.EndedAt ?? row.StartedAt,
        };

    /// <summary>What was confirmed in a visit, in order; what is on its way to the platform just now is the last.</summary>
    public static async Task<IReadOnlyList<VisitAct>> ActsAsync(PortalDbContext db, Guid visitId, CancellationToken cancellationToken)
    {
        var chain = AuditTrail.Visit(visitId);
        var confirmed = await db.AuditRows.AsNoTracking().Where(row => row.Chain == chain && row.Event == AuditEvent.ActConfirmed && row.Result == AuditResult.Success && row.EventId != null)
            .OrderBy(row => row.Sequence).Select(row => row.EventId!).ToListAsync(cancellationToken);
        var underway = await db.Sessions.AsNoTracking().Where(row => row.VisitId == visitId && row.ConfirmedEventId != null).Select(row => row.ConfirmedEventId!).ToListAsync(cancellationToken);
        confirmed = [.. confirmed.Union(underway, StringComparer.Ordinal)];
        var acts = await db.ServiceRequests.AsNoTracking().Where(row => confirmed.Contains(row.EventId)).ToDictionaryAsync(row => row.EventId, StringComparer.Ordinal, cancellationToken);
        return [.. confirmed.Where(acts.ContainsKey).Select(id => new VisitAct(id, acts[id].Kind, acts[id].State))];
    }
}
