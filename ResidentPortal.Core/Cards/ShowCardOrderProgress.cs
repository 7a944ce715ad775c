using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>Shows how far an order of a printed card has come, asking the platform first unless that was done a moment ago.</summary>
public sealed class ShowCardOrderProgress(ShowAct show, OrderActs acts)
{
    /// <summary>The order. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's, and other acts).</summary>
    public async Task<Outcome<ActReceipt>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await show.ExecuteAsync(sessionId, eventId, cancellationToken)).Try(out var receipt, out var problem))
        {
            return problem;
        }

        if (receipt is { Kind: ActKind.OrderCard, State: ActState.Accepted })
        {
            await acts.LookAsync(receipt.EventId.Value);
            return await show.ExecuteAsync(sessionId, eventId, cancellationToken);
        }

        return receipt;
    }
}
