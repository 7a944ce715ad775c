using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Shows a resident one visit, read from its chain: who, where, when, what was seen, changed and printed, how it ended, and whether the record is whole.</summary>
public sealed class ShowOwnVisit(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, VerifyAuditTrail verify, ICentres centres)
{
    /// <summary>The visit. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/>, also for another person's.</summary>
    public async Task<Outcome<OwnVisit>> ExecuteAsync(Guid sessionId, Guid visitId, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.Visits.AsNoTracking().SingleOrDefaultAsync(row => row.Id == visitId && row.PersonKey == session.PersonKey, cancellationToken) is not { } visit)
        {
            return CommonProblems.NotFound;
        }

        var (chain, occasion) = (AuditTrail.Visit(visitId), VisitEndings.OccasionOf(visitId));
        var rows = await db.AuditRows.AsNoTracking().Where(row => row.Chain == chain).OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
        return new OwnVisit
        {
            Entry = ListOwnVisits.Entry(visit),
            OperatorName = visit.OperatorName,
            CentreName = (await centres.FindAsync(visit.CentreCode, language.Code, cancellationToken)).Try(out var centre, out _) ? centre.Name : visit.CentreName,
            Fields = FieldsOf(rows),
            Acts = await VisitSummaries.ActsAsync(db, visitId, cancellationToken),
            Prints = rows.Count(row => row is { Event: AuditEvent.CardPrinted, Result: AuditResult.Success }),
            Moments = [.. rows.Select(row => new VisitMoment(row.At, row.Event, row.Result is AuditResult.Success, row.EventId))],
            IsWhole = (await verify.VerifyAsync(chain, cancellationToken)).Fault is AuditFault.None,
            NoticeId = await db.Notices.AsNoTracking().Where(notice => notice.Occasion == occasion && notice.AlarmKey != null).Select(notice => (Guid?)notice.Id).SingleOrDefaultAsync(cancellationToken),
        };
    }

    private static IReadOnlyList<VisitFieldKind> FieldsOf(List<AuditRow> rows) =>
    [
        .. rows.Where(row => row.Event is AuditEvent.FieldsShown).SelectMany(row => (row.Note ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(name => Enum.IsDefined(typeof(VisitFieldKind), name)).Select(Enum.Parse<VisitFieldKind>).Distinct().Order(),
    ];
}
