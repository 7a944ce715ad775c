using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Updates;

/// <summary>Shows all answers before they are sent: the old beside the new, and the papers.</summary>
public sealed class CheckUpdate(UpdateDrafts drafts, UpdateTasks tasks, UpdateSubject subject, PaperShelf shelf)
{
    /// <summary>The answers. Problems: those of the draft, <see cref="UpdateProblems.NotReady"/>, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CheckedUpdate>> ExecuteAsync(Guid sessionId, Visitor visitor, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await drafts.FindAsync(sessionId, visitor, cancellationToken)).Try(out var draft, out var problem)
            || !(await subject.ReadAsync(draft.Session.Uin, cancellationToken)).Try(out var both, out problem))
        {
            return problem;
        }

        var list = await tasks.ListAsync(draft, both.Form, cancellationToken);
        if (list.Count == 0 || list.Any(task => task.State is not TaskState.Done))
        {
            return UpdateProblems.NotReady;
        }

        var (values, changes) = (draft.Answers.Values, new List<ShownChange>());
        foreach (var field in list.Where(task => task.Kind is UpdateTaskKind.Answer).Select(task => task.Field))
        {
            changes.Add(new ShownChange(
                field,
                await subject.ShowRecordedAsync(both, field, language, cancellationToken),
                await subject.ShowAsync(both, field, values[field.Name], values, language, cancellationToken)));
        }

        var papers = new List<ShownPaper>();
        foreach (var paper in await shelf.ListAsync(draft.Row.Id, cancellationToken))
        {
            if (list.FirstOrDefault(task => task.Kind is UpdateTaskKind.Paper && string.Equals(task.Field.Name, paper.Field, StringComparison.Ordinal))?.Field is { } field)
            {
                var types = await subject.ListPaperTypesAsync(field, language, cancellationToken);
                papers.Add(new ShownPaper(field, types.Try(out var known, out _) ? known.FirstOrDefault(type => string.Equals(type.Code, paper.Type, StringComparison.Ordinal))?.Label : null, paper));
            }
        }

        return new CheckedUpdate(draft.Row.Id, draft.Row.Version, changes, papers);
    }
}

/// <summary>An update as it would be sent.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="Version">Its version: what is sent is what was shown.</param>
/// <param name="Changes">What changes.</param>
/// <param name="Papers">The papers that go with it.</param>
public sealed record CheckedUpdate(Guid DraftId, int Version, IReadOnlyList<ShownChange> Changes, IReadOnlyList<ShownPaper> Papers);

/// <summary>A change of one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Old">What is recorded now.</param>
/// <param name="New">What is to be recorded.</param>
public sealed record ShownChange(UpdateField Field, IReadOnlyList<ShownText> Old, IReadOnlyList<ShownText> New);

/// <summary>A paper that goes with an update.</summary>
/// <param name="Field">The field it is for.</param>
/// <param name="Type">What kind it is, in words.</param>
/// <param name="Paper">The paper.</param>
public sealed record ShownPaper(UpdateField Field, string? Type, Paper Paper);
