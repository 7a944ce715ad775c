using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Updates;

/// <summary>Takes the answer to one question, and saves it at once. A new place empties the answers for the places below it.</summary>
public sealed class AnswerField(UpdateDrafts drafts, UpdateTasks tasks, UpdateSubject subject, AnswerRules rules)
{
    /// <summary>
    /// The next task, or none when all are done. Typed texts come by language, the text of a field without languages and the code of a choice under an empty name. Problems:
    /// those of the draft, <see cref="UpdateProblems.UnknownField"/>, those of <see cref="AnswerRules.JudgeAsync"/>, <see cref="UpdateProblems.ChangedElsewhere"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<NextTask>> ExecuteAsync(
        Guid sessionId, Visitor visitor, string? name, IReadOnlyDictionary<string, string> typed, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await drafts.FindAsync(sessionId, visitor, cancellationToken)).Try(out var draft, out var problem)
            || !(await subject.ReadAsync(draft.Session.Uin, cancellationToken)).Try(out var both, out problem))
        {
            return problem;
        }

        // Only what the form has, and only what was chosen: whatever else a page sends is not taken.
        var (answers, field) = (draft.Answers, both.Form.Find(name));
        if (field is null or { Kind: FieldKind.Document } || !answers.Chosen.Contains(field.Name, StringComparer.Ordinal))
        {
            return UpdateProblems.UnknownField;
        }

        if (!(await rules.JudgeAsync(both, field, typed, answers.Values, language, cancellationToken)).Try(out var value, out problem))
        {
            return problem;
        }

        var isNew = !value.Equals(answers.Values.GetValueOrDefault(field.Name));
        var changed = (isNew ? answers.Without(both.Below(field).Select(one => one.Name)) : answers).With(field.Name, value);
        return (await drafts.SaveAsync(draft, changed)).Try(out var saved, out problem)
            ? NextTask.After(field.Name, await tasks.ListAsync(saved, both.Form, cancellationToken))
            : problem;
    }
}

/// <summary>The task to go on with.</summary>
/// <param name="Task">The task, or null when all are done.</param>
public sealed record NextTask(UpdateTask? Task)
{
    /// <summary>The first task after a field that is not done, or else the first at all.</summary>
    internal static NextTask After(string field, IReadOnlyList<UpdateTask> tasks)
    {
        var place = tasks.ToList().FindIndex(task => string.Equals(task.Field.Name, field, StringComparison.Ordinal));
        return new NextTask(tasks.Skip(place).Concat(tasks).FirstOrDefault(task => task.State is not TaskState.Done));
    }
}
