using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates;

/// <summary>Shows how far an update has come, asking the platform first unless that was done a moment ago.</summary>
public sealed class ShowUpdateProgress(ShowAct show, UpdateActs acts)
{
    /// <summary>The act with its <see cref="UpdateOrder"/> and <see cref="UpdateProgress"/>. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's).</summary>
    public async Task<Outcome<ActReceipt>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await show.ExecuteAsync(sessionId, eventId, cancellationToken)).Try(out var receipt, out var problem))
        {
            return problem;
        }

        if (receipt is { Kind: ActKind.UpdateIdentity, State: ActState.Accepted })
        {
            await acts.LookAsync(receipt.EventId.Value);
            return await show.ExecuteAsync(sessionId, eventId, cancellationToken);
        }

        return receipt;
    }
}
