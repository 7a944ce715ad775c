using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>The same from the desk: the operator sees that somebody needs more time.</summary>
public sealed class SetSlowAtDesk(VisitBook book)
{
    /// <summary>Sets it. Problems: those of the duty, <see cref="KioskProblems.NoVisit"/>.</summary>
    public Task<Outcome<Done>> ExecuteAsync(Guid dutyId, bool isSlow, CancellationToken cancellationToken = default) => book.AtDeskAsync(dutyId, visit => Task.FromResult(SetSlow.Set(visit, isSlow)), cancellationToken);
}
