using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>Shows the whole of a request to whoever entered the code for it: what was wished, what came of it, why it was refused, the stages with their times.</summary>
public sealed class ShowTrackedRequest(TrackedRequests requests, TrackingTickets tickets, ActReceipts receipts)
{
    /// <summary>
    /// The request. Problems: <see cref="TrackingProblems"/>, among them <see cref="TrackingProblems.CodeNeeded"/> for a ticket that is over, of another browser or for
    /// another request; <see cref="CommonProblems.ServiceUnavailable"/> where it is a registration alone.
    /// </summary>
    public async Task<Outcome<TrackedReceipt>> ExecuteAsync(string? typed, string browserToken, string? ticket, CancellationToken cancellationToken = default)
    {
        if (!(await requests.FindAsync(typed, cancellationToken)).Try(out var tracked, out var problem))
        {
            return problem;
        }

        return tickets.Opens(ticket, requests.HolderKey(browserToken, tracked))
            ? await requests.ReceiptAsync(tracked.Row is { } row ? receipts.Of(row) : null, tracked.Rid, cancellationToken)
            : TrackingProblems.CodeNeeded;
    }
}

/// <summary>The whole of a request.</summary>
/// <param name="Act">The act, where it is one of the portal.</param>
/// <param name="Registration">The registration, where it is one and could be read.</param>
public sealed record TrackedReceipt(ActReceipt? Act, TrackedRegistration? Registration);
