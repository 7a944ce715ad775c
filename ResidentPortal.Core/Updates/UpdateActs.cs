using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Follows updates, which take days: by their RID, in their own time. One that was never received ends as not sent, and its answers open again; one that the platform refuses
/// keeps its answers until the resident corrects them.
/// </summary>
public sealed class UpdateActs(
    IDbContextFactory<PortalDbContext> databases, ActCourse course, SentDrafts drafts, IRegistrationStatus registrations, LookupKeys keys, Vault vault, Notices notices, ContactAlerts alerts, AuditTrail trail, TimeProvider clock)
{
    private static readonly ActEnding NotReceived = new(AuditEvent.IdentityUpdated, NoticeKind.UpdateDone, NoticeKind.UpdateNotSent, NoticeKind.UpdateUnknown);
    private static readonly ActEnding Received = NotReceived with { NotDone = NoticeKind.UpdateRefused, WhenDone = SentDrafts.EmptyAsync };
    private static readonly TimeSpan SeenLately = TimeSpan.FromSeconds(10);

    /// <summary>Writes down the RID under which the packet goes out.</summary>
    internal async Task NoteRidAsync(string eventId, Rid rid)
    {
        var (sealedRid, ridKey) = (vault.Seal(rid), keys.Registration(rid));
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(row => row.EventId == eventId).ExecuteUpdateAsync(update => update.SetProperty(row => row.SealedRid, sealedRid).SetProperty(row => row.RidKey, ridKey));
    }

    /// <summary>Takes the platform's answer. What it received is told to the resident with its request number, and followed from now on.</summary>
    public async Task CloseAsync(string eventId, Outcome<Done> answer)
    {
        if (answer.Problem is { } problem)
        {
            await course.AnswerAsync(eventId, problem, NotReceived, LookAsync);
            await drafts.ReopenAsync(eventId);
            return;
        }

        await TakeAsync(eventId, RegistrationState.UnderWay, []);
    }

    /// <summary>Looks how far an update has come, unless that was done a moment ago.</summary>
    public async Task LookAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not { } row)
        {
            return;
        }

        if (vault.OpenRid(row.SealedRid) is not { } rid)
        {
            // The act stopped before a RID was written down: nothing was sent.
            await course.EndAsync(eventId, ActState.Failed, NotReceived);
            await drafts.ReopenAsync(eventId);
            return;
        }

        var before = vault.Open(ActCourse.ResultPurpose, row.SealedResult) is { } text ? UpdateProgress.OfText(text) : null;
        var now = clock.GetUtcNow();
        if (before is not null && now - before.SeenAt < SeenLately)
        {
            return;
        }

        var found = await registrations.FindAsync(rid, CancellationToken.None);
        if (!found.Try(out var state, out var problem) || state is RegistrationState.NotYetReceived)
        {
            await WaitAsync(row, before, problem, now);
            return;
        }

        var stages = await registrations.ListStagesAsync(rid, CancellationToken.None);
        await MoveAsync(row, rid, before, state.AsTold(), stages.Try(out var seen, out _) ? Newest(seen) : before?.Stages ?? [], now);
    }

    private async Task MoveAsync(ServiceRequestRow row, Rid rid, UpdateProgress? before, RegistrationState state, IReadOnlyList<StageEntry> stages, DateTimeOffset now)
    {
        if (before is null)
        {
            await TakeAsync(row.EventId, state, stages);
        }

        var progress = new UpdateProgress(rid.Reveal(), state, stages, now).ToText();
        switch (state)
        {
            case RegistrationState.Done:
                await course.EndAsync(row.EventId, ActState.Confirmed, Received, result: progress);
                break;
            case RegistrationState.Refused or RegistrationState.RegisterAgain:
                await course.EndAsync(row.EventId, ActState.Refused, Received, result: progress);
                break;
            default:
                await NoteAsync(row, progress, now);
                break;
        }
    }

    // Not known there, or announced and not received: while it is new that may change. Afterwards a packet that was taken is looked for in its own time.
    private async Task WaitAsync(ServiceRequestRow row, UpdateProgress? before, Problem? problem, DateTimeOffset now)
    {
        if (before is not null)
        {
            await NoteAsync(row, before.ToText(), now);
            return;
        }

        await course.LookLaterAsync(row, couldRead: problem is null or { Kind: ProblemKind.NotFound }, NotReceived);
        await drafts.ReopenAsync(row.EventId);
    }

    private async Task TakeAsync(string eventId, RegistrationState state, IReadOnlyList<StageEntry> stages)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.ServiceRequests.SingleAsync(one => one.EventId == eventId);
        var rid = vault.OpenRid(row.SealedRid)!;
        var (progress, told) = (vault.Seal(ActCourse.ResultPurpose, new UpdateProgress(rid.Reveal(), state, stages, now).ToText()), vault.Seal(Notice.SecretPurpose, Digits.Group(rid.Reveal())));
        await using var transaction = await db.Database.BeginTransactionAsync();
        (row.State, row.Problem, row.SealedResult, row.NextLookAt) = (ActState.Accepted, null, progress, now + SlowLooks.After(TimeSpan.Zero));
        notices.Add(db, new Notice(NoticeKind.UpdateSent, row.SealedUin, row.Language, $"act {eventId} taken", eventId)
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["sealed.rid"] = told },
        });
        await alerts.AddAsync(db, row);
        await trail.AppendAsync(db, AuditEvent.IdentityUpdated, AuditResult.Success, row.PersonKey, eventId, "taken");
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        notices.Raise();
    }

    private async Task NoteAsync(ServiceRequestRow row, string progress, DateTimeOffset now)
    {
        var (next, text) = (now + SlowLooks.After(now - row.CreatedAt), vault.Seal(ActCourse.ResultPurpose, progress));
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(one => one.EventId == row.EventId && one.State == ActState.Accepted).ExecuteUpdateAsync(
            update => update.SetProperty(one => one.SealedResult, text).SetProperty(one => one.NextLookAt, next));
    }

    private static IReadOnlyList<StageEntry> Newest(IReadOnlyList<StageEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Stage).Select(stage => stage.MaxBy(entry => entry.At)!).OrderBy(entry => entry.Stage)];
}
