using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Puts an act that was written down, and waits for a code, before the resident. A change of contact without the old phone at hand wants a second approval first (S-77).
/// </summary>
public sealed class PutBeforeResident(VisitBook book, LiveSessions sessions, ServiceLedger ledger, VisitContacts contacts)
{
    /// <summary>
    /// Puts it there. Problems: those of the duty and the visit, <see cref="KioskProblems.OtherStep"/> before the consent, <see cref="SessionProblems.OutsidePurpose"/>,
    /// <see cref="CommonProblems.NotFound"/>, <see cref="HistoryProblems.ActInFlight"/> for an act that was sent, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid dutyId, string? eventId, CancellationToken cancellationToken = default)
    {
        var desk = await book.AtDeskAsync<Guid>(dutyId, visit => Task.FromResult<Outcome<Guid>>(visit.Row.DeskId is { } id ? id : visit.Quietly(KioskProblems.OtherStep)), cancellationToken);
        if (!desk.Try(out var deskId, out var problem)
            || !(await sessions.FindAnyAsync(deskId, isSeen: true, cancellationToken)).Try(out var session, out problem)
            || !(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var act, out problem)
            || !(await sessions.WithinAsync(session, act.Kind.PurposeAtKiosk())).Try(out _, out problem)
            || !(await contacts.JudgeAsync(session, act, cancellationToken)).Try(out var change, out problem))
        {
            return problem;
        }

        return act.State is not ActState.Draft ? HistoryProblems.ActInFlight.With("eventId", act.EventId)
            : await book.AtDeskAsync<Done>(dutyId, async visit =>
            {
                var row = visit.Row;

                // The same press again: the resident reads it already, and a "yes" of theirs stays.
                if (string.Equals(row.ActEventId, act.EventId, StringComparison.Ordinal) && row.Act is DeskActState.BeforeResident or DeskActState.WaitsForApproval)
                {
                    return default(Done);
                }

                (row.ActEventId, row.ActKind, row.ActAt, row.ActRightAt) = (act.EventId, act.Kind, visit.Now, null);
                row.Act = change.WantsApproval ? DeskActState.WaitsForApproval : DeskActState.BeforeResident;
                row.NewContacts = change.Keys ?? row.NewContacts;
                await visit.NoteAsync(AuditEvent.ActPrepared, eventId: act.EventId, note: $"{act.Kind}");
                return default(Done);
            }, CancellationToken.None);
    }
}
