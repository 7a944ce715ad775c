using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Shows where an update stands before anything is sent: one on its way first, then one that came back, then the task list of the open draft, then what may be
/// changed at all.
/// </summary>
public sealed class ShowUpdate(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, UpdateDrafts drafts, UpdateTasks tasks, UpdateSubject subject, PendingUpdates pending, IUpdateRecords records, IOptions<UpdateOptions> options)
{
    /// <summary>The overview. Problems: those of the sign-in, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<UpdateOverview>> ExecuteAsync(Guid sessionId, Visitor visitor, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem)
            || !(await subject.ReadAsync(session.Uin, cancellationToken)).Try(out var both, out problem)
            || !(await pending.ListAsync(session, cancellationToken)).Try(out var onTheirWay, out problem)
            || !(await records.CountLeftAsync(session.Uin, cancellationToken)).Try(out var left, out problem))
        {
            return problem;
        }

        var row = await drafts.FindRowAsync(session, cancellationToken);
        var isHere = row is not null && string.Equals(row.DeviceKey, drafts.DeviceKey(session, visitor), StringComparison.Ordinal);
        return new UpdateOverview
        {
            Pending = [.. onTheirWay.Select(one => new ShownPending(one.EventId, one.Since, Labels(both.Form, one.Fields, language), one.IsInRecord))],
            Returned = row is null ? await FindReturnedAsync(session, cancellationToken) : null,
            Draft = row is not null && isHere ? await DescribeAsync(drafts.Open(session, row), both.Form, cancellationToken) : null,
            ElsewhereSince = row is not null && !isHere ? row.ChangedAt : null,
            Fields = await ListFieldsAsync(both, left, language, session.Visit is { IsDesk: true }, cancellationToken),
        };
    }

    private static IReadOnlyList<string> Labels(UpdateForm form, IReadOnlyList<string> fields, Language language) =>
        [.. fields.Select(name => form.Find(name)).OfType<UpdateField>().Select(field => field.LabelIn(language.Code))];

    // The last update that was not done, as long as its answers are kept.
    private async Task<EventId?> FindReturnedAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var newest = await db.UpdateDrafts.AsNoTracking().Where(row => row.PersonKey == session.PersonKey).OrderByDescending(row => row.ChangedAt).FirstOrDefaultAsync(cancellationToken);
        if (newest is not { State: DraftState.Sent, EventId: { } eventId })
        {
            return null;
        }

        return await db.ServiceRequests.AnyAsync(
            row => row.EventId == eventId && (row.State == ActState.Refused || row.State == ActState.Failed || row.State == ActState.Cancelled), cancellationToken) ? EventId.Stored(eventId) : null;
    }

    private async Task<ShownDraft> DescribeAsync(OpenDraft draft, UpdateForm form, CancellationToken cancellationToken) => new(
        await tasks.ListAsync(draft, form, cancellationToken), draft.Answers.Chosen, draft.Session.Visit is { IsDesk: true } ? new ResumeCode(string.Empty) : drafts.CodeOf(draft.Row), draft.Row.ChangedAt.AddDays(options.Value.DraftDays));

    private async Task<IReadOnlyList<ChangeableField>> ListFieldsAsync(FormAndRecord both, IReadOnlyDictionary<string, int> left, Language language, bool isDesk, CancellationToken cancellationToken)
    {
        var fields = new List<ChangeableField>();
        foreach (var field in both.Form.Fields.Where(field => field.Kind is not FieldKind.Document))
        {
            // S-75: an operator sees what is recorded of a field when the resident has it changed, and of no other.
            IReadOnlyList<ShownText> present = isDesk ? [] : await subject.ShowRecordedAsync(both, field, language, cancellationToken);
            fields.Add(new ChangeableField(field, present, left.TryGetValue(field.Name, out var count) ? count : null, both.Form.PapersFor([field.Name]).Count > 0));
        }

        return fields;
    }
}

/// <summary>Where an update stands before it is sent.</summary>
public sealed record UpdateOverview
{
    /// <summary>The update on its way, if one is.</summary>
    public required IReadOnlyList<ShownPending> Pending { get; init; }

    /// <summary>The update that came back and can be corrected, by its event id.</summary>
    public EventId? Returned { get; init; }

    /// <summary>The draft that is open on this device.</summary>
    public ShownDraft? Draft { get; init; }

    /// <summary>When a draft was last changed on another device, if one was begun there.</summary>
    public DateTimeOffset? ElsewhereSince { get; init; }

    /// <summary>What may be changed, in the order of the form.</summary>
    public required IReadOnlyList<ChangeableField> Fields { get; init; }
}

/// <summary>An update on its way.</summary>
/// <param name="EventId">Its event id, where it was sent here.</param>
/// <param name="Since">Since when.</param>
/// <param name="Labels">What it changes.</param>
/// <param name="MayDiscard">Whether it can be discarded.</param>
public sealed record ShownPending(EventId? EventId, DateTimeOffset Since, IReadOnlyList<string> Labels, bool MayDiscard);

/// <summary>A draft.</summary>
/// <param name="Tasks">What is to be done.</param>
/// <param name="Chosen">What was chosen to be changed, by attribute.</param>
/// <param name="Resume">The code for another device; empty at the desk of a kiosk, since it is the resident's.</param>
/// <param name="KeptUntil">Until when it is kept if nothing changes.</param>
public sealed record ShownDraft(IReadOnlyList<UpdateTask> Tasks, IReadOnlyList<string> Chosen, ResumeCode Resume, DateTimeOffset KeptUntil)
{
    /// <summary>Whether every task is done.</summary>
    public bool IsReady => Tasks.Count > 0 && Tasks.All(task => task.State is TaskState.Done);
}

/// <summary>A field that may be changed.</summary>
/// <param name="Field">The field.</param>
/// <param name="Present">What is recorded now.</param>
/// <param name="Left">How often it may still be changed; null without a limit.</param>
/// <param name="NeedsPaper">Whether a paper is asked for.</param>
public sealed record ChangeableField(UpdateField Field, IReadOnlyList<ShownText> Present, int? Left, bool NeedsPaper);
