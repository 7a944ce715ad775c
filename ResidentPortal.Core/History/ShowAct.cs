using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.History;

/// <summary>Shows one act of a resident: as the wish that waits for a code, or as the receipt.</summary>
public sealed class ShowAct(LiveSessions sessions, ServiceLedger ledger, ActReceipts receipts)
{
    /// <summary>The act. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> for another person's.</summary>
    public async Task<Outcome<ActReceipt>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default) =>
        (await sessions.FindAnyAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
        && (await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var row, out problem)
        && (await sessions.WithinAsync(session, row.Kind.PurposeAtKiosk())).Try(out _, out problem)
            ? receipts.Of(row)
            : problem;
}
