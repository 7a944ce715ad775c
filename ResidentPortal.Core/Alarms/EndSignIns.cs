using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Alarms;

/// <summary>Ends other sign-ins of a resident, one or all. Their open pages learn of it within seconds.</summary>
public sealed class EndSignIns(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, ServiceLedger ledger, SignInEndings endings)
{
    /// <summary>
    /// The event id of the act. Problems: those of the sign-in, <see cref="AlarmProblems.SignInOver"/>,
    /// <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, EndSignInsOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        // A form that was sent before shows its first receipt, though what it ended is over by now. In this order: the wish was written down before it was over.
        if (order.SignInId is { } id && !await IsOtherAsync(session, id, cancellationToken) && await ledger.FindByIntentAsync(session, order.IntentId, cancellationToken) is null)
        {
            return AlarmProblems.SignInOver;
        }

        if (!(await ledger.TakeAsync(session, ActKind.EndSignIns, order.IntentId, (order with { KeptId = sessionId }).ToWish())).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            await endings.LookAsync(act.Row.EventId);
        }

        return act.EventId;
    }

    private async Task<bool> IsOtherAsync(ResidentSession session, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return id != session.Id && await db.Sessions.AnyAsync(row => row.Id == id && row.PersonKey == session.PersonKey && row.EndedAt == null, cancellationToken);
    }
}

/// <summary>Ends the sign-ins of an act and with them the act, in one transaction: at once, or after a crash between its being taken and that.</summary>
public sealed class SignInEndings(ActCourse course, LiveSessions sessions)
{
    /// <summary>Ends them, unless it was done.</summary>
    internal Task LookAsync(string eventId) => course.EndAsync(eventId, ActState.Confirmed, new ActEnding(AuditEvent.SignedOut, NoticeKind.SignInsEnded, NoticeKind.SignInsEnded, NoticeKind.SignInsEnded)
    {
        WhenDone = async (db, row, _) =>
        {
            var order = EndSignInsOrder.OfWish(row.Wish);
            var others = db.Sessions.Where(one => one.PersonKey == row.PersonKey && one.Id != order.KeptId);
            await sessions.EndAsync(db, order.SignInId is { } id ? others.Where(one => one.Id == id) : others, SessionEnd.EndedElsewhere);
        },
    });
}
