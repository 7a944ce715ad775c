using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Recovery;

/// <summary>Says whether this office finds lost numbers here: the platform has to let the portal search.</summary>
public sealed class ShowLostNumberSearch(ILostRegistrations registrations)
{
    /// <summary>Done where it does. Problem: <see cref="RecoveryProblems.NotAllowed"/>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(CancellationToken cancellationToken = default) =>
        await registrations.MaySearchAsync(cancellationToken) ? default(Done) : RecoveryProblems.NotAllowed;
}
