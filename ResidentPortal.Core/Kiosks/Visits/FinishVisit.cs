using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Ends the visit from the desk. Of a visit that has ended by itself a moment ago it says what was done in that.</summary>
public sealed class FinishVisit(VisitBook book, ShowLastVisit last)
{
    /// <summary>What was done. Problems: those of the duty, <see cref="KioskProblems.HandedOver"/>, <see cref="KioskProblems.NoVisit"/>.</summary>
    /// <param name="dutyId">The duty.</param>
    /// <param name="isLeft">Whether the screen does it, which nobody touched for too long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<VisitSummary>> ExecuteAsync(Guid dutyId, bool isLeft = false, CancellationToken cancellationToken = default)
    {
        var ended = await book.AtDeskAsync<VisitSummary>(dutyId, async visit =>
        {
            await visit.EndAsync(isLeft ? VisitEnd.Away : VisitEnd.Finished);
            return await VisitSummaries.OfAsync(visit.Db, visit.Row, CancellationToken.None);
        }, cancellationToken);
        return ended.Problem is { Kind: ProblemKind.NotFound } or { Key: "sessions.visitOver" } && (await last.ExecuteAsync(dutyId, cancellationToken)).Try(out var summary, out _) ? summary : ended;
    }
}
