using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>Shows the whole of a request to its owner who is signed in.</summary>
public sealed class ShowOwnRequest(ShowAct show, TrackedRequests requests)
{
    /// <summary>The request. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> for another person's.</summary>
    public async Task<Outcome<TrackedReceipt>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default) =>
        (await show.ExecuteAsync(sessionId, eventId, cancellationToken)).Try(out var receipt, out var problem)
            ? await requests.ReceiptAsync(receipt, receipt.Rid, cancellationToken)
            : problem;
}
