using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.ClientReports;

/// <summary>
/// Writes down what a client reports of itself (MOSIP <c>/proxy/audit/log</c>), under a kind of its own, so that nobody takes it for what the portal saw. Nothing personal is kept, and
/// what comes too often is dropped: the trail is never longer than the portal lets strangers make it.
/// </summary>
public sealed class NoteClientReport(
    IDbContextFactory<PortalDbContext> databases, LookupKeys keys, Attempts attempts, NationTally nation, AuditTrail trail, IOptions<ClientReportOptions> options)
{
    /// <summary>Whether it was written down.</summary>
    public async Task<Outcome<bool>> ExecuteAsync(ClientReport report, string network, CancellationToken cancellationToken = default)
    {
        const AttemptAction Reported = AttemptAction.ClientReported;
        var networkKey = keys.Hash("network", network);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await attempts.BlockedUntilAsync(db, Reported, networkKey, new Allowance(options.Value.NetworkPerTenMinutes, TimeSpan.FromMinutes(10))) is not null
            || await nation.FullUntilAsync(db, Reported, options.Value.NationalPerMinute) is not null)
        {
            return false;
        }

        await attempts.NoteAsync(db, Reported, networkKey);
        await nation.NoteAsync(db, Reported);
        await trail.AppendAsync(db, AuditEvent.ClientReported, report.Result, note: report.Note);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
