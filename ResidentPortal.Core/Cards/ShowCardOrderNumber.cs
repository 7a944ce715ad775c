using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Tells the platform's own number for a printed card that was ordered, for other programs, which know no event ids: the RID of the packet, or else the id of the credential request, which
/// Resident Services have in the place of a RID too. Residents themselves follow their order by its event id.
/// </summary>
public sealed class ShowCardOrderNumber(LiveSessions sessions, ServiceLedger ledger, Vault vault)
{
    /// <summary>The number. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's), <see cref="CardProblems.UnknownOrder"/> where the platform has not taken it.</summary>
    public async Task<Outcome<string>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var row, out problem))
        {
            return problem;
        }

        return row is not { Kind: ActKind.OrderCard, State: ActState.Accepted or ActState.Confirmed } ? CardProblems.UnknownOrder
            : vault.OpenRid(row.SealedRid) is { } rid ? rid.Reveal()
            : row.PlatformRequestId!.Value.ToString();
    }
}
