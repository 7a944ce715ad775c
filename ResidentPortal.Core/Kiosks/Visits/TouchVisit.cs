using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Notes that the resident is there. It changes nothing else.</summary>
public sealed class TouchVisit(VisitBook book)
{
    /// <summary>Notes it. Problems: those of the view.</summary>
    public Task<Outcome<Done>> ExecuteAsync(string? viewToken, CancellationToken cancellationToken = default) =>
        book.InViewAsync(viewToken, static _ => Task.FromResult<Outcome<Done>>(default(Done)), cancellationToken);
}
