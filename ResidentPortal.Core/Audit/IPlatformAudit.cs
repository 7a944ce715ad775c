using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Audit;

/// <summary>The platform's audit manager (MOSIP <c>/v1/auditmanager/audits</c>), where the portal's own trail is anchored.</summary>
public interface IPlatformAudit
{
    /// <summary>Hands one event over. Problems: <see cref="CommonProblems.Refused"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<Done>> RecordAsync(PlatformAuditEvent auditEvent, CancellationToken cancellationToken);
}

/// <summary>One event as the audit manager takes it; nothing in it is personal.</summary>
/// <param name="EventId">The catalogue's id, <c>RES-SER-213</c>.</param>
/// <param name="EventName">The catalogue's name, <c>REQ_AUTH_LOCK_UNLOCK</c>.</param>
/// <param name="EventType"><c>Success</c>, <c>Failure</c> or <c>INFO</c>.</param>
/// <param name="ModuleId">The module, <c>RS-AUTH_LOCK_UNLOCK</c>.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="PersonToken">A keyed hash that stands for the person (at most 64 characters), or null.</param>
/// <param name="Description">The portal's sequence number and the head of its chain, so that a removed tail shows.</param>
public sealed record PlatformAuditEvent(
    string EventId, string EventName, string EventType, string ModuleId, DateTimeOffset At, string? PersonToken, string Description);
