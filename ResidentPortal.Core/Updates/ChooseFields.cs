using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Takes what a resident wants to change, and begins the draft with it. A place brings the places below it along: they lie elsewhere from then on. What was answered
/// already stays.
/// </summary>
public sealed class ChooseFields(LiveSessions sessions, UpdateDrafts drafts, UpdateSubject subject, PendingUpdates pending, IUpdateRecords records)
{
    /// <summary>
    /// Chosen. Problems: those of the sign-in, <see cref="UpdateProblems.NothingChosen"/>, <see cref="UpdateProblems.UnknownField"/>, <see cref="UpdateProblems.NoChangesLeft"/>,
    /// <see cref="UpdateProblems.Pending"/>, <see cref="UpdateProblems.ResumeCodeNeeded"/>, <see cref="UpdateProblems.ChangedElsewhere"/>,
    /// <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, Visitor visitor, IReadOnlyCollection<string> names, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem)
            || !(await subject.ReadAsync(session.Uin, cancellationToken)).Try(out var both, out problem)
            || !(await records.CountLeftAsync(session.Uin, cancellationToken)).Try(out var left, out problem)
            || !(await pending.ListAsync(session, cancellationToken)).Try(out var onTheirWay, out problem))
        {
            return problem;
        }

        if (onTheirWay.Count > 0)
        {
            return onTheirWay[0].ToProblem();
        }

        if (!Select(both, names).Try(out var chosen, out problem))
        {
            return problem;
        }

        if (chosen.Any(name => left.TryGetValue(name, out var count) && count == 0))
        {
            return UpdateProblems.NoChangesLeft;
        }

        var found = await drafts.FindAsync(sessionId, visitor, cancellationToken);
        if (found.Problem == UpdateProblems.NoDraft)
        {
            await drafts.BeginAsync(session, visitor, new UpdateAnswers { Chosen = chosen });
            return default(Done);
        }

        return found.Try(out var draft, out problem) ? (await drafts.SaveAsync(draft, draft.Answers with { Chosen = chosen })).Then(_ => default(Done)) : problem;
    }

    /// <summary>
    /// What changes when these fields change, in the order of the form. Problems: <see cref="UpdateProblems.NothingChosen"/>, <see cref="UpdateProblems.UnknownField"/> (none of the
    /// form's, or a paper: nothing else is ever taken, S-61).
    /// </summary>
    internal static Outcome<IReadOnlyList<string>> Select(FormAndRecord both, IReadOnlyCollection<string> names)
    {
        var fields = names.Select(name => both.Form.Find(name)).ToList();
        if (fields.Count == 0)
        {
            return UpdateProblems.NothingChosen;
        }

        if (fields.Any(field => field is null or { Kind: FieldKind.Document }))
        {
            return UpdateProblems.UnknownField;
        }

        var chosen = fields.SelectMany(field => both.Below(field!).Prepend(field!)).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        return both.Form.Fields.Where(field => chosen.Contains(field.Name)).Select(field => field.Name).ToList();
    }
}
