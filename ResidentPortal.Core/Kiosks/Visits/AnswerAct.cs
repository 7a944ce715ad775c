using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Takes the resident's answer to an act that was read back to them: "Yes, this is right" leads to its code, "No" back to the operator.</summary>
public sealed class AnswerAct(VisitBook book)
{
    /// <summary>Takes it. Problems: those of the view, <see cref="KioskProblems.OtherStep"/>, also where another act stands there by now.</summary>
    public Task<Outcome<Done>> ExecuteAsync(string? viewToken, string? eventId, bool isRight, CancellationToken cancellationToken = default) => book.InViewAsync<Done>(viewToken, async visit =>
    {
        var row = visit.Row;
        if (VisitSteps.Of(row) is not (ViewStep.ReadBack or ViewStep.ActCode) || !string.Equals(row.ActEventId, eventId, StringComparison.Ordinal))
        {
            return visit.Quietly(KioskProblems.OtherStep);
        }

        if (isRight)
        {
            (row.ActRightAt, row.Version) = (row.ActRightAt ?? visit.Now, row.Version + 1);
            return default(Done);
        }

        row.Act = DeskActState.SaidNo;
        await visit.NoteAsync(AuditEvent.ActRefused, AuditResult.Failure, row.ActEventId, "not right");
        return default(Done);
    }, cancellationToken);
}
