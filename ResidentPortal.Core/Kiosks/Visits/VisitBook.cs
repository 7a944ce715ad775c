using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Changes visits. Each change is one transaction with the row of the visit's chain; what is refused leaves its row too. A visit that is over by the clock is ended by whoever
/// comes by first.
/// </summary>
public sealed class VisitBook(
    IDbContextFactory<PortalDbContext> databases, VisitDoors doors, VisitEndings endings, AuditTrail trail, IOptions<KioskOptions> options, TimeProvider clock)
{
    /// <summary>The visit of a duty. Problems: those of the duty, <see cref="KioskProblems.HandedOver"/> while the screen is with the resident, <see cref="KioskProblems.NoVisit"/>.</summary>
    internal Task<Outcome<T>> AtDeskAsync<T>(Guid dutyId, Func<VisitWork, Task<Outcome<T>>> work, CancellationToken cancellationToken) =>
        InAsync((db, now) => doors.FindByDutyAsync(db, dutyId, now, cancellationToken), work, cancellationToken);

    /// <summary>The visit of a resident's view, which counts as a sign of life. Problems: <see cref="KioskProblems.NoVisit"/>, <see cref="SessionProblems.VisitOver"/>.</summary>
    internal Task<Outcome<T>> InViewAsync<T>(string? viewToken, Func<VisitWork, Task<Outcome<T>>> work, CancellationToken cancellationToken) =>
        InAsync((db, now) => doors.FindByViewAsync(db, viewToken, now, cancellationToken), async visit =>
        {
            visit.Row.ViewSeenAt = visit.Now;
            return await work(visit);
        }, cancellationToken);

    /// <summary>A visit that goes on, by its id: for a second person.</summary>
    internal Task<Outcome<T>> ByIdAsync<T>(Guid visitId, Func<VisitWork, Task<Outcome<T>>> work, CancellationToken cancellationToken) =>
        InAsync(async (db, _) => await db.Visits.SingleOrDefaultAsync(row => row.Id == visitId, cancellationToken) is { EndedAt: null } row ? new FoundVisit(row, Duty: null) : KioskProblems.NoVisit, work, cancellationToken);

    /// <summary>A visit by its id, also one that has ended: for what was sent in it and is answered after its end.</summary>
    internal Task<Outcome<T>> ByIdAlsoEndedAsync<T>(Guid visitId, Func<VisitWork, Task<Outcome<T>>> work) =>
        InAsync(async (db, _) => await db.Visits.SingleOrDefaultAsync(row => row.Id == visitId) is { } row ? new FoundVisit(row, Duty: null) : KioskProblems.NoVisit, work, CancellationToken.None);

    /// <summary>Why a visit is over by its own clock, or null.</summary>
    internal VisitEnd? EndOf(VisitRow row, DateTimeOffset deskSeenAt, DateTimeOffset now) =>
        now >= (row.ConsentAt ?? row.StartedAt).AddMinutes(options.Value.VisitMinutes) ? VisitEnd.TotalTime
        : now >= LastSignOfLife(row, deskSeenAt).AddSeconds(options.Value.EndSeconds * (row.IsSlow ? options.Value.SlowFactor : 1)) ? VisitEnd.Away
        : null;

    private static DateTimeOffset LastSignOfLife(VisitRow row, DateTimeOffset deskSeenAt) =>
        new[] { row.StartedAt, deskSeenAt, row.ViewSeenAt ?? row.StartedAt }.Max();

    private async Task<Outcome<T>> InAsync<T>(Func<PortalDbContext, DateTimeOffset, Task<Outcome<FoundVisit>>> find, Func<VisitWork, Task<Outcome<T>>> work, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (!(await find(db, now)).Try(out var found, out var problem))
        {
            // What was refused may have left a row.
            await transaction.CommitAsync(CancellationToken.None);
            return problem;
        }

        var visit = new VisitWork(db, found.Row, found.Duty, now, trail, endings);
        if (found.Duty is { } duty && EndOf(found.Row, duty.LastSeenAt, now) is { } end)
        {
            await visit.EndAsync(end);
            await transaction.CommitAsync(CancellationToken.None);
            endings.Raise();
            return SessionProblems.VisitOver;
        }

        var version = found.Row.Version;
        var outcome = await work(visit);
        if (outcome.Problem is { } refusal && visit.LeavesRow)
        {
            await visit.NoteAsync(AuditEvent.Refused, AuditResult.Failure, note: refusal.Key);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        if (found.Row.EndedAt is not null && found.Row.Version != version)
        {
            endings.Raise();
        }

        return outcome;
    }
}

/// <summary>A visit and the duty it belongs to.</summary>
internal sealed record FoundVisit(VisitRow Row, DutyRow? Duty);

/// <summary>A visit that is being changed, inside the transaction of the change.</summary>
internal sealed class VisitWork(PortalDbContext db, VisitRow row, DutyRow? duty, DateTimeOffset now, AuditTrail trail, VisitEndings endings)
{
    public PortalDbContext Db => db;

    public VisitRow Row => row;

    /// <summary>The duty; null for a second person.</summary>
    public DutyRow? Duty => duty;

    public DateTimeOffset Now => now;

    /// <summary>Whether a problem that is answered leaves a row in the chain.</summary>
    public bool LeavesRow { get; private set; } = true;

    /// <summary>Writes a row of the visit's chain and counts the change.</summary>
    public Task NoteAsync(AuditEvent auditEvent, AuditResult result = AuditResult.Success, string? eventId = null, string? note = null)
    {
        row.Version++;
        return trail.AppendAsync(db, auditEvent, result, row.PersonKey, eventId, note, AuditTrail.Visit(row.Id));
    }

    /// <summary>Ends the visit.</summary>
    public Task EndAsync(VisitEnd end) => endings.EndAsync(db, row, end);

    /// <summary>A problem that is nobody's attack and leaves no row.</summary>
    public Problem Quietly(Problem problem)
    {
        LeavesRow = false;
        return problem;
    }
}
