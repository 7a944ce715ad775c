using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Takes an act away again that was put before the resident and is not sent; what is done stays done, and the desk is free for the next.</summary>
public sealed class TakeAwayAct(VisitBook book)
{
    /// <summary>Takes it away. Problems: those of the duty and the visit.</summary>
    public Task<Outcome<Done>> ExecuteAsync(Guid dutyId, CancellationToken cancellationToken = default) => book.AtDeskAsync<Done>(dutyId, async visit =>
    {
        var row = visit.Row;
        if (row.Act is DeskActState.BeforeResident or DeskActState.WaitsForApproval)
        {
            await visit.NoteAsync(AuditEvent.ActRefused, AuditResult.Failure, row.ActEventId, "taken away");
        }

        (row.ActEventId, row.ActKind, row.Act, row.ActAt, row.ActRightAt, row.Version) = (null, null, null, null, null, row.Version + 1);
        return default(Done);
    }, cancellationToken);
}
