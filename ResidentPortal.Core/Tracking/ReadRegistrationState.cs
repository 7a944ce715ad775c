using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// Says to a program where a registration stands, by its RID (MOSIP <c>/rid/check-status</c>): the state alone. How often it may ask is counted where programs call, and
/// not against the network of residents.
/// </summary>
public sealed class ReadRegistrationState(IRegistrationStatus registrations, AuditedWrites writes)
{
    /// <summary>The state. Problems: <see cref="TrackingProblems.UnknownRid"/> also for what is no RID, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<RegistrationState>> ExecuteAsync(string? rid, CancellationToken cancellationToken = default)
    {
        Outcome<RegistrationState> found = Rid.TryParse(rid, out var known) ? await registrations.FindAsync(known, cancellationToken) : TrackingProblems.UnknownRid;
        await writes.NoteAsync(AuditEvent.RequestTracked, found.IsSuccess ? AuditResult.Success : AuditResult.Failure, note: found.Problem?.Key);
        return found;
    }
}
