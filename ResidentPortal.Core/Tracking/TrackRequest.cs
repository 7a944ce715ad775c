using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// Says where a request stands, to anybody who has its RID or its event id (MOSIP <c>/rid/check-status</c>, <c>/aid-stage</c> and <c>/service-request</c>): what kind
/// it is, the state, the stages and the times. Nothing about the person, nothing of what was wished or came of it, and nothing of why one was refused.
/// </summary>
public sealed class TrackRequest(IDbContextFactory<PortalDbContext> databases, TrackedRequests requests, ActReceipts receipts, UsualTimes usualTimes, AuditTrail trail)
{
    /// <summary>
    /// The answer. Problems: <see cref="TrackingProblems"/>, <see cref="CommonProblems.ServiceUnavailable"/>. Of an act that was sent as a registration the answer comes
    /// also where the registration cannot be read.
    /// </summary>
    public async Task<Outcome<TrackingAnswer>> ExecuteAsync(string? typed, string network, CancellationToken cancellationToken = default)
    {
        if (!(await requests.LookUpAsync(typed, network, cancellationToken)).Try(out var tracked, out var problem))
        {
            if (problem.Kind is ProblemKind.NotFound)
            {
                await NoteAsync(problem);
            }

            return problem;
        }

        var registration = tracked.Rid is { } rid ? await requests.ReadAsync(rid, cancellationToken) : (Outcome<TrackedRegistration>?)null;
        var refusal = tracked.Row is null ? registration?.Problem : null;
        await NoteAsync(refusal);
        return refusal is not null ? refusal : await AnswerAsync(tracked.Row, registration is { IsSuccess: true } read ? read.Value : null, cancellationToken);
    }

    private async Task<TrackingAnswer> AnswerAsync(ServiceRequestRow? row, TrackedRegistration? registration, CancellationToken cancellationToken) =>
        row is null ? new TrackingAnswer(Act: null, registration, UsualTime: null) : new TrackingAnswer(
            new TrackedAct(
                EventId.Stored(row.EventId), row.Kind, row.State, row.SettledAt ?? row.AskedAt ?? row.CreatedAt, row.SettledAt, row.NextLookAt, receipts.Of(row).Stages),
            registration,
            await usualTimes.FindAsync(row.Kind, cancellationToken));

    private async Task NoteAsync(Problem? problem)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await trail.AppendAsync(db, AuditEvent.RequestTracked, problem is null ? AuditResult.Success : AuditResult.Failure, note: problem?.Key);
        await transaction.CommitAsync();
    }
}

/// <summary>Where a request stands, as much of it as anybody may know who has its number.</summary>
/// <param name="Act">The act, where it is one of the portal.</param>
/// <param name="Registration">The registration, where it is one and could be read.</param>
/// <param name="UsualTime">How long acts of the kind usually take, where enough were measured.</param>
public sealed record TrackingAnswer(TrackedAct? Act, TrackedRegistration? Registration, TimeSpan? UsualTime)
{
    /// <summary>Whether nothing more will change.</summary>
    public bool IsOver => Act?.State.IsEnd() ?? Registration!.IsOver;
}

/// <summary>What anybody may know of an act who has its event id.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Since">When it came there.</param>
/// <param name="SettledAt">When its end was known.</param>
/// <param name="NextLookAt">When the portal looks next.</param>
/// <param name="Stages">Its stages, where it has some of its own.</param>
public sealed record TrackedAct(EventId EventId, ActKind Kind, ActState State, DateTimeOffset Since, DateTimeOffset? SettledAt, DateTimeOffset? NextLookAt, ActStages? Stages);
