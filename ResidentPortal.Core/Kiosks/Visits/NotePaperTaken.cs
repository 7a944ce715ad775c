using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>"Did you take your paper?" – "Yes": the view goes on.</summary>
public sealed class NotePaperTaken(VisitBook book)
{
    /// <summary>Notes it. Problems: those of the view, <see cref="KioskProblems.OtherStep"/>.</summary>
    public Task<Outcome<Done>> ExecuteAsync(string? viewToken, CancellationToken cancellationToken = default) => book.InViewAsync<Done>(viewToken, async visit =>
    {
        if (VisitSteps.Of(visit.Row) is not ViewStep.TakePaper)
        {
            return visit.Quietly(KioskProblems.OtherStep);
        }

        visit.Row.Print = PrintState.None;
        await visit.NoteAsync(AuditEvent.PaperTaken);
        return default(Done);
    }, cancellationToken);
}
