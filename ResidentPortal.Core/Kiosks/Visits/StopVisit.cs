using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>"No, stop": the resident ends the visit, at any step; or their screen does, which nobody touched for too long.</summary>
public sealed class StopVisit(VisitBook book)
{
    /// <summary>What was done. Problems: those of the view.</summary>
    /// <param name="viewToken">The token of the view.</param>
    /// <param name="isLeft">Whether the screen does it by itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Outcome<VisitSummary>> ExecuteAsync(string? viewToken, bool isLeft = false, CancellationToken cancellationToken = default) => book.InViewAsync<VisitSummary>(viewToken, async visit =>
    {
        await (isLeft ? visit.EndAsync(VisitEnd.Away) : StopAsync(visit));
        return await VisitSummaries.OfAsync(visit.Db, visit.Row, CancellationToken.None);
    }, cancellationToken);

    internal static async Task StopAsync(VisitWork visit)
    {
        if (VisitSteps.IsConsentPending(visit.Row))
        {
            await visit.NoteAsync(AuditEvent.ConsentRefused, note: PurposeList.ToText(PurposeList.Asked(visit.Row)));
        }

        await visit.EndAsync(VisitEnd.Stopped);
    }
}
