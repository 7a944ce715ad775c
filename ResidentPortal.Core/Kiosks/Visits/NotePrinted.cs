using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Notes that the desk has taken the print of a confirmed card: from now on the resident's view asks whether they took their paper. The chain has its row already.</summary>
public sealed class NotePrinted(VisitBook book)
{
    /// <summary>Notes it. Problems: those of the duty and the visit, <see cref="KioskProblems.OtherStep"/> where no print was confirmed.</summary>
    public Task<Outcome<Done>> ExecuteAsync(Guid dutyId, CancellationToken cancellationToken = default) => book.AtDeskAsync<Done>(dutyId, visit =>
    {
        var row = visit.Row;
        if (row is not { ActKind: ActKind.PrintCard, Act: DeskActState.Confirmed })
        {
            return Task.FromResult<Outcome<Done>>(visit.Quietly(KioskProblems.OtherStep));
        }

        (row.Print, row.Prints, row.Version) = (PrintState.OnPaper, row.Prints + 1, row.Version + 1);
        return Task.FromResult<Outcome<Done>>(default(Done));
    }, cancellationToken);
}
