using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Asks the resident for more than was agreed to: with a new code, and the same person.</summary>
public sealed class AddPurposes(VisitBook book)
{
    /// <summary>Asks. Problems: those of the duty, <see cref="KioskProblems.NoVisit"/>, <see cref="KioskProblems.NoPurpose"/> where nothing is new.</summary>
    public Task<Outcome<Done>> ExecuteAsync(Guid dutyId, IReadOnlySet<VisitPurpose> purposes, CancellationToken cancellationToken = default) => book.AtDeskAsync<Done>(dutyId, async visit =>
    {
        var row = visit.Row;
        var more = purposes.Except(PurposeList.Of(row.Purposes)).ToHashSet();
        if (more.Count == 0)
        {
            return visit.Quietly(KioskProblems.NoPurpose);
        }

        // The same press again: the resident is asked already, and a code that is on its way to them still counts.
        if (row.NewPurposes is { } asked && PurposeList.Of(asked).SetEquals(more))
        {
            return default(Done);
        }

        if (row.ConsentAt is null)
        {
            row.Purposes = PurposeList.ToText(PurposeList.Of(row.Purposes).Concat(more));
        }
        else
        {
            row.NewPurposes = PurposeList.ToText(more);
        }

        // A code that is on its way was for less: it counts no more. Before the first view nothing was asked yet.
        row.Round = row.State is VisitState.Started ? 0 : row.Round + 1;
        (row.AgreedAt, row.CodeAskedAt) = (null, null);
        if (row.State is not VisitState.Started)
        {
            await visit.NoteAsync(AuditEvent.ConsentAsked, note: PurposeList.ToText(PurposeList.Asked(row)));
        }

        return default(Done);
    }, cancellationToken);
}
