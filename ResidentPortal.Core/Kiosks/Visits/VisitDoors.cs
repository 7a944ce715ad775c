using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// The two doors of a visit. By a duty the operator comes in, unless the screen is with the resident. By the token of a view the resident does, and nobody else: the ids and
/// tokens of a duty open none (S-73).
/// </summary>
public sealed class VisitDoors(LiveDuties duties, DutyTokens dutyTokens, LookupKeys keys, AuditTrail trail)
{
    /// <summary>The visit of a duty, tracked.</summary>
    internal async Task<Outcome<FoundVisit>> FindByDutyAsync(PortalDbContext db, Guid dutyId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!(await duties.FindAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        if (await db.Visits.SingleOrDefaultAsync(row => row.DutyId == dutyId && row.EndedAt == null, cancellationToken) is not { } row)
        {
            return KioskProblems.NoVisit;
        }

        if (duty.HandedOverAt is not null)
        {
            await RefuseAsync(db, row, KioskProblems.HandedOver);
            return KioskProblems.HandedOver;
        }

        return await IsSignedOutElsewhereAsync(db, row, cancellationToken) ? SessionProblems.VisitOver : new FoundVisit(row, duty);
    }

    /// <summary>The visit of a view, tracked.</summary>
    internal async Task<Outcome<FoundVisit>> FindByViewAsync(PortalDbContext db, string? viewToken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!(await FindAnyByViewAsync(db, viewToken, cancellationToken)).Try(out var found, out var problem))
        {
            await NoteOperatorAsync(db, viewToken, cancellationToken);
            return problem;
        }

        return found.Row.EndedAt is not null || found.Duty is null || duties.EndOf(found.Duty) is not null || await IsSignedOutElsewhereAsync(db, found.Row, cancellationToken)
            ? SessionProblems.VisitOver
            : found;
    }

    /// <summary>The same, also when it is over. A view on the operator's screen lives only while the screen is handed over.</summary>
    internal async Task<Outcome<FoundVisit>> FindAnyByViewAsync(PortalDbContext db, string? viewToken, CancellationToken cancellationToken)
    {
        if (viewToken is not { Length: > 20 and < 100 })
        {
            return KioskProblems.NoVisit;
        }

        var viewKey = ViewKey(viewToken);
        if (await db.Visits.SingleOrDefaultAsync(row => row.ViewKey == viewKey, cancellationToken) is not { } row)
        {
            return KioskProblems.NoVisit;
        }

        var duty = await db.Duties.SingleOrDefaultAsync(one => one.Id == row.DutyId, cancellationToken);
        return row.ViewPlace is ViewPlace.SameScreen && duty?.HandedOverAt is null ? KioskProblems.NoVisit : new FoundVisit(row, duty);
    }

    /// <summary>The hash under which the token of a view stands in its row.</summary>
    internal string ViewKey(string token) => keys.Hash("visit-view", token);

    /// <summary>The hash under which a short link stands in its row.</summary>
    internal string LinkKey(string letters) => keys.Hash("visit-link", letters);

    /// <summary>Whether the resident pressed "This was not me", or ended all sign-ins. The worker writes the end down in a moment.</summary>
    internal static async Task<bool> IsSignedOutElsewhereAsync(PortalDbContext db, VisitRow row, CancellationToken cancellationToken) =>
        row.SessionId is { } session && !await db.Sessions.AnyAsync(one => one.Id == session && one.EndedAt == null, cancellationToken);

    // Somebody with the operator's own token, or the id of the duty, knocks at the resident's door: refused like any other, and written down.
    private async Task NoteOperatorAsync(PortalDbContext db, string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 20 and < 100 })
        {
            return;
        }

        var (tokenKey, dutyId) = (dutyTokens.TokenKey(token), Guid.TryParse(token, out var id) ? id : Guid.Empty);
        if (await db.Duties.Where(one => one.TokenKey == tokenKey || one.Id == dutyId).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken) is { } duty
            && await db.Visits.SingleOrDefaultAsync(row => row.DutyId == duty && row.EndedAt == null, cancellationToken) is { } visit)
        {
            await RefuseAsync(db, visit, KioskProblems.NoVisit);
        }
    }

    private Task RefuseAsync(PortalDbContext db, VisitRow row, Problem problem) =>
        trail.AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, row.PersonKey, note: problem.Key, chain: AuditTrail.Visit(row.Id));
}
