using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Ends visits, for whatever reason: the sign-in of both sides, the view, the message to the resident and the last row of the chain, in the caller's transaction.</summary>
public sealed class VisitEndings(LiveSessions sessions, Notices notices, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Ends visits, as far as they have not ended, and says how many that were. After the commit the caller calls <see cref="Raise"/>.</summary>
    internal async Task<int> EndAsync(PortalDbContext db, IQueryable<VisitRow> visits, VisitEnd end)
    {
        var ending = await visits.Where(row => row.EndedAt == null).ToListAsync();
        foreach (var row in ending)
        {
            await EndAsync(db, row, end);
        }

        return ending.Count;
    }

    /// <summary>Ends a visit that has not ended yet.</summary>
    internal async Task EndAsync(PortalDbContext db, VisitRow row, VisitEnd end)
    {
        // What is on its way to the platform just now is sent whatever becomes of the visit.
        if (row is { ActEventId: { } eventId, ActKind: { } kind } && await db.Sessions.AnyAsync(one => one.VisitId == row.Id && one.ConfirmedEventId == eventId))
        {
            row.DoneKinds = With(row.DoneKinds, kind);
        }

        if (row.SealedUin is not null)
        {
            notices.Add(db, new Notice(NoticeKind.VisitEnded, row.SealedUin, row.Language, OccasionOf(row.Id)) { Facts = FactsOf(row) });
        }

        await sessions.EndAsync(db, db.Sessions.Where(one => one.VisitId == row.Id), SessionEnd.VisitOver);
        (row.EndedAt, row.End, row.State) = (clock.GetUtcNow(), end, VisitState.Ended);
        (row.SealedUin, row.LinkKey, row.LinkUntil, row.Version) = (null, null, null, row.Version + 1);
        await trail.AppendAsync(db, AuditEvent.VisitEnded, AuditResult.Success, row.PersonKey, note: $"{end}", chain: AuditTrail.Visit(row.Id));
    }

    /// <summary>Notes in the visit of a duty that the operator has the screen again.</summary>
    internal async Task NoteTakenBackAsync(PortalDbContext db, DutyRow duty)
    {
        if (await db.Visits.SingleOrDefaultAsync(row => row.DutyId == duty.Id && row.EndedAt == null) is { } row)
        {
            row.Version++;
            await trail.AppendAsync(db, AuditEvent.TakenBack, AuditResult.Success, row.PersonKey, note: duty.OperatorNumber, chain: AuditTrail.Visit(row.Id));
        }
    }

    /// <summary>Wakes the sender of messages.</summary>
    internal void Raise() => notices.Raise();

    /// <summary>The occasion of the message that a visit is over.</summary>
    internal static string OccasionOf(Guid visitId) => $"visit {visitId:N} end";

    /// <summary>The kinds of act that were confirmed, with one more.</summary>
    internal static string With(string? kinds, ActKind kind) =>
        string.Join(' ', (kinds ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Append($"{kind}").Distinct(StringComparer.Ordinal));

    private static Dictionary<string, string> FactsOf(VisitRow row)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["operator"] = row.OperatorNumber, ["centre"] = row.CentreName ?? row.CentreCode };
        if (row.DoneKinds is { } done)
        {
            facts["done"] = done.Replace(' ', ',');
        }

        if (row.Prints > 0)
        {
            facts["papers"] = $"{row.Prints}";
        }

        return facts;
    }
}
