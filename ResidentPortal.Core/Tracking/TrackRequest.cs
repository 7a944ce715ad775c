using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// Says where a registration stands, to anybody who has its RID (MOSIP <c>/rid/check-status</c> and <c>/aid-stage</c>): the stage and the times, nothing about
/// the person, and nothing of why one was refused.
/// </summary>
public sealed class TrackRequest(
    IDbContextFactory<PortalDbContext> databases, IRegistrationStatus registrations, LookupKeys keys, Attempts attempts, AuditTrail trail, IOptions<TrackingOptions> options)
{
    /// <summary>
    /// The answer. Problems: <see cref="TrackingProblems"/>, <see cref="CommonProblems.ServiceUnavailable"/>. Where only the stages cannot be read, the answer
    /// comes without them.
    /// </summary>
    public async Task<Outcome<TrackingAnswer>> ExecuteAsync(string? typed, string network, CancellationToken cancellationToken = default)
    {
        if (Rid.Parse(typed, out var fault) is not { } rid)
        {
            return fault switch
            {
                RidFault.Empty => TrackingProblems.Empty,
                RidFault.NotDigits => TrackingProblems.NotDigits,
                RidFault.WrongLength => TrackingProblems.WrongLength.With("count", Rid.CountDigits(typed)),
                _ => TrackingProblems.Mistyped,
            };
        }

        if (await CountAsync(network, cancellationToken) is { } limit)
        {
            return limit;
        }

        var found = await registrations.FindAsync(rid, cancellationToken);
        await NoteAsync(found.Problem);
        if (!found.Try(out var state, out var problem))
        {
            return problem;
        }

        var stages = await registrations.ListStagesAsync(rid, cancellationToken);
        return Answer(state, stages.IsSuccess ? stages.Value : null);
    }

    private static TrackingAnswer Answer(RegistrationState state, IReadOnlyList<StageEntry>? entries)
    {
        var reached = entries?.Count > 0 ? entries.Max(entry => entry.Stage) : (RegistrationStage?)null;
        var steps = Enum.GetValues<RegistrationStage>().Select(stage => new TrackingStep(
            stage,
            reached is null || stage > reached ? StepState.ToCome
                : stage < reached ? StepState.Passed
                : state is RegistrationState.Done ? StepState.Passed
                : state is RegistrationState.Refused or RegistrationState.RegisterAgain ? StepState.Stopped
                : StepState.Now,
            entries?.Where(entry => entry.Stage == stage).Select(entry => (DateTimeOffset?)entry.At).Max())).ToList();
        var since = entries?.Count > 0 ? entries.Max(entry => entry.At) : (DateTimeOffset?)null;
        return new TrackingAnswer(state, reached, since, steps, AreStagesKnown: entries is not null);
    }

    private async Task<Problem?> CountAsync(string network, CancellationToken cancellationToken)
    {
        var networkKey = keys.Hash("network", network);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var allowance = new Allowance(options.Value.NetworkLookUpsPerTenMinutes, TimeSpan.FromMinutes(10));
        if (await attempts.BlockedUntilAsync(db, AttemptAction.Tracked, networkKey, allowance) is { } until)
        {
            return TrackingProblems.TooMany.With("at", until);
        }

        attempts.Note(db, AttemptAction.Tracked, networkKey);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task NoteAsync(Problem? problem)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await trail.AppendAsync(db, AuditEvent.RequestTracked, problem is null ? AuditResult.Success : AuditResult.Failure, note: problem?.Key);
        await transaction.CommitAsync();
    }
}

/// <summary>Where a registration stands.</summary>
/// <param name="State">The state as a resident can act on it.</param>
/// <param name="Stage">The stage it has reached; null where none is noted yet, or the stages cannot be read.</param>
/// <param name="Since">When the last step was noted.</param>
/// <param name="Steps">All five stages in order.</param>
/// <param name="AreStagesKnown">Whether the stages could be read.</param>
public sealed record TrackingAnswer(RegistrationState State, RegistrationStage? Stage, DateTimeOffset? Since, IReadOnlyList<TrackingStep> Steps, bool AreStagesKnown);

/// <summary>One of the five stages.</summary>
/// <param name="Stage">Which.</param>
/// <param name="State">Whether it is passed, going on, to come, or where it stopped.</param>
/// <param name="At">When it was last noted.</param>
public sealed record TrackingStep(RegistrationStage Stage, StepState State, DateTimeOffset? At);

/// <summary>How a stage stands.</summary>
public enum StepState
{
    /// <summary>It is done.</summary>
    Passed,

    /// <summary>It is going on.</summary>
    Now,

    /// <summary>It has not begun.</summary>
    ToCome,

    /// <summary>The registration ended here.</summary>
    Stopped,
}
