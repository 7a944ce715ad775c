using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>What is left to do until an update can be sent: an answer for each chosen field, a code for each new contact, a paper for each group that wants one.</summary>
public sealed class UpdateTasks(IDbContextFactory<PortalDbContext> databases)
{
    /// <summary>The tasks of a draft, in the order of the form.</summary>
    internal async Task<IReadOnlyList<UpdateTask>> ListAsync(OpenDraft draft, UpdateForm form, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var papers = await db.UpdateDocuments.Where(row => row.DraftId == draft.Row.Id && row.Type != null).Select(row => row.Field).Distinct().ToListAsync(cancellationToken);
        return [.. Answers(draft.Answers, form), .. form.PapersFor(draft.Answers.Chosen).Select(field => new UpdateTask(field, UpdateTaskKind.Paper, StateOf(draft.Answers, field, papers.Contains(field.Name, StringComparer.Ordinal))))];
    }

    private static IEnumerable<UpdateTask> Answers(UpdateAnswers answers, UpdateForm form)
    {
        foreach (var field in form.Fields.Where(field => answers.Chosen.Contains(field.Name, StringComparer.Ordinal)))
        {
            var isAnswered = answers.Values.ContainsKey(field.Name);
            yield return new UpdateTask(field, UpdateTaskKind.Answer, StateOf(answers, field, isAnswered));
            if (isAnswered && field.Meaning is FieldMeaning.Phone or FieldMeaning.Email)
            {
                yield return new UpdateTask(field, UpdateTaskKind.Proof, answers.IsProved(field.Name) ? TaskState.Done : TaskState.ToDo);
            }
        }
    }

    private static TaskState StateOf(UpdateAnswers answers, UpdateField field, bool isThere) =>
        !isThere ? TaskState.ToDo : answers.Again.Contains(field.Name, StringComparer.Ordinal) ? TaskState.Again : TaskState.Done;
}

/// <summary>One task of an update.</summary>
/// <param name="Field">What it is about.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="State">Whether it is done.</param>
public sealed record UpdateTask(UpdateField Field, UpdateTaskKind Kind, TaskState State);

/// <summary>What is to be done in a task.</summary>
public enum UpdateTaskKind
{
    /// <summary>Enter the new value.</summary>
    Answer,

    /// <summary>Enter the code that was sent to the new contact.</summary>
    Proof,

    /// <summary>Add a paper.</summary>
    Paper,
}

/// <summary>How a task stands.</summary>
public enum TaskState
{
    /// <summary>It is to be done.</summary>
    ToDo,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was done, and the platform refused: look at it again.</summary>
    Again,
}
