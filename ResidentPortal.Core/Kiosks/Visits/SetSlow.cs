using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Makes the times longer for a resident who needs more, in one press, from their own view.</summary>
public sealed class SetSlow(VisitBook book)
{
    /// <summary>Sets it. Problems: those of the view.</summary>
    public Task<Outcome<Done>> ExecuteAsync(string? viewToken, bool isSlow, CancellationToken cancellationToken = default) => book.InViewAsync(viewToken, visit => Task.FromResult(Set(visit, isSlow)), cancellationToken);

    internal static Outcome<Done> Set(VisitWork visit, bool isSlow)
    {
        (visit.Row.IsSlow, visit.Row.Version) = (isSlow, visit.Row.Version + 1);
        return default(Done);
    }
}
