using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// Says to a program which step a registration took last, by its RID (MOSIP <c>/aid-stage</c>). Not by a UIN or VID, as MOSIP also takes: without a code that would tell anybody who
/// exists, and what becomes of them.
/// </summary>
public sealed class ReadRegistrationStage(IDbContextFactory<PortalDbContext> databases, IRegistrationStatus registrations, AuditTrail trail)
{
    /// <summary>
    /// The newest step. Problems: <see cref="TrackingProblems.UnknownRid"/> also for what is no RID and for one without a step, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<StageEntry>> ExecuteAsync(string? rid, CancellationToken cancellationToken = default)
    {
        var found = Rid.TryParse(rid, out var known) ? await FindAsync(known, cancellationToken) : TrackingProblems.UnknownRid;
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await trail.AppendAsync(db, AuditEvent.RequestTracked, found.IsSuccess ? AuditResult.Success : AuditResult.Failure, note: found.Problem?.Key);
        await transaction.CommitAsync(CancellationToken.None);
        return found;
    }

    private async Task<Outcome<StageEntry>> FindAsync(Rid rid, CancellationToken cancellationToken) =>
        !(await registrations.ListStagesAsync(rid, cancellationToken)).Try(out var steps, out var problem) ? problem
        : steps.Count == 0 ? TrackingProblems.UnknownRid
        : steps[0];
}
