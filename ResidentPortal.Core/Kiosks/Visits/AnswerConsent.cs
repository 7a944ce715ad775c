using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Takes the resident's answer to what is asked for. "I agree" leads to their number and a code, or opens the visit at once where nobody's number is wanted; "No, stop" ends it.
/// </summary>
public sealed class AnswerConsent(VisitBook book)
{
    /// <summary>Takes it; <paramref name="read"/> is how long the page was open. Problems: those of the view, <see cref="KioskProblems.OtherStep"/>.</summary>
    public Task<Outcome<Done>> ExecuteAsync(string? viewToken, bool agrees, TimeSpan? read, CancellationToken cancellationToken = default) => book.InViewAsync<Done>(viewToken, async visit =>
    {
        var row = visit.Row;
        if (VisitSteps.Of(row) is not ViewStep.Consent)
        {
            return visit.Quietly(KioskProblems.OtherStep);
        }

        if (!agrees)
        {
            await StopVisit.StopAsync(visit);
            return default(Done);
        }

        (row.AgreedAt, row.Version) = (visit.Now, row.Version + 1);
        row.ReadMilliseconds ??= (int?)Milliseconds(row, visit.Now, read);
        if (!VisitSteps.WantsNumber(row))
        {
            await ConsentEntry.GiveAsync(visit);
        }

        return default(Done);
    }, cancellationToken);

    // What the page says, or since the view was opened: whichever is shorter cannot be made longer by the page.
    private static double? Milliseconds(VisitRow row, DateTimeOffset now, TimeSpan? read)
    {
        var open = row.ViewOpenedAt is { } opened ? (now - opened).TotalMilliseconds : (double?)null;
        return new[] { open, read?.TotalMilliseconds }.Min();
    }
}

/// <summary>Writes a given consent down.</summary>
internal static class ConsentEntry
{
    /// <summary>What was asked for is agreed to from now on.</summary>
    public static async Task GiveAsync(VisitWork visit)
    {
        var row = visit.Row;
        var given = PurposeList.ToText(PurposeList.Asked(row));
        (row.Purposes, row.NewPurposes) = (PurposeList.ToText(PurposeList.Of(row.Purposes).Concat(PurposeList.Of(row.NewPurposes))), null);
        (row.State, row.ConsentAt) = (VisitState.Agreed, row.ConsentAt ?? visit.Now);
        await visit.NoteAsync(AuditEvent.ConsentGiven, note: given);
    }
}
