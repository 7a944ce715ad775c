using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates.Whole;

/// <summary>
/// Judges an update that comes whole: whose it is, with what it names, agreed, only what the country's form has (S-61), other than the record, nothing on its way, changes left, and then each value by
/// <see cref="AnswerRules"/>. A problem names the field it is about (fact <c>field</c>).
/// </summary>
public sealed class SubmissionRules(UpdateSubject subject, AnswerRules rules, PendingUpdates pending, IUpdateRecords records)
{
    /// <summary>
    /// The answers. Problems in this order: <see cref="UpdateProblems.OtherPerson"/>, <see cref="UpdateProblems.NoFile"/> (a paper is named and not there), <see cref="UpdateProblems.NoConsent"/>, <see cref="ProfileProblems.UnknownPerson"/>,
    /// <see cref="UpdateProblems.NothingChosen"/>, <see cref="UpdateProblems.UnknownField"/>, <see cref="UpdateProblems.SameValue"/>, <see cref="UpdateProblems.Pending"/>,
    /// <see cref="UpdateProblems.NoChangesLeft"/>, <see cref="UpdateProblems.Empty"/> (also a place below one that changes), those of <see cref="AnswerRules.JudgeAsync"/>;
    /// <see cref="CommonProblems.ServiceUnavailable"/> anywhere.
    /// </summary>
    internal async Task<Outcome<JudgedSubmission>> JudgeAsync(ResidentSession session, UpdateSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.Holder is { } holder && holder != session.Uin)
        {
            return UpdateProblems.OtherPerson;
        }

        if (submission.Papers.FirstOrDefault(paper => paper.File.File.Length == 0) is { } missing)
        {
            return UpdateProblems.NoFile.With("field", missing.Field);
        }

        if (!submission.IsConsented)
        {
            return UpdateProblems.NoConsent;
        }

        if (!(await subject.ReadAsync(session.Uin, cancellationToken)).Try(out var both, out var problem)
            || !ChooseFields.Select(both, [.. submission.Fields.Keys]).Try(out var chosen, out problem))
        {
            return problem;
        }

        return Same(both, submission) is { Count: > 0 } same ? UpdateProblems.SameValue.With("fields", string.Join(',', same))
            : await FindObstacleAsync(session, [.. submission.Fields.Keys], cancellationToken) is { } obstacle ? obstacle
            : await AnswerAsync(both, chosen, submission, cancellationToken);
    }

    /// <summary>
    /// What keeps a person from changing these fields now, or null: <see cref="UpdateProblems.Pending"/>, <see cref="UpdateProblems.NoChangesLeft"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Problem?> FindObstacleAsync(ResidentSession session, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        if (!(await pending.ListAsync(session, cancellationToken)).Try(out var onTheirWay, out var problem))
        {
            return problem;
        }

        if (onTheirWay.Count > 0)
        {
            return onTheirWay[0].ToProblem();
        }

        if (!(await records.CountLeftAsync(session.Uin, cancellationToken)).Try(out var left, out problem))
        {
            return problem;
        }

        var used = fields.Where(name => left.TryGetValue(name, out var count) && count == 0).Order(StringComparer.Ordinal).ToList();
        return used.Count > 0 ? UpdateProblems.NoChangesLeft.With("fields", string.Join(',', used)) : null;
    }

    private async Task<Outcome<JudgedSubmission>> AnswerAsync(FormAndRecord both, IReadOnlyList<string> chosen, UpdateSubmission submission, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);

        // From the top of the places down: each lies below the one that was given with it.
        foreach (var field in chosen.Select(name => both.Form.Find(name)!).OrderBy(field => field.PlaceLevel ?? -1))
        {
            var judged = submission.Fields.GetValueOrDefault(field.Name) is { } typed
                ? await JudgeAsync(both, field, new Dictionary<string, string>(typed, StringComparer.OrdinalIgnoreCase), values, cancellationToken)
                : UpdateProblems.Empty;
            if (!judged.Try(out var value, out var problem))
            {
                return problem.With("field", field.Name);
            }

            values[field.Name] = value;
        }

        return new JudgedSubmission(both.Form, new UpdateAnswers { Chosen = chosen, Values = values, Proved = submission.Proved });
    }

    private async Task<Outcome<FieldValue>> JudgeAsync(
        FormAndRecord both, UpdateField field, Dictionary<string, string> typed, Dictionary<string, FieldValue> answers, CancellationToken cancellationToken)
    {
        // A text in a language the record does not have would be dropped unseen.
        if (typed.Keys.Any(language => !both.LanguagesOf(field).Contains(language.Length == 0 ? null : language, StringComparer.OrdinalIgnoreCase)))
        {
            return UpdateProblems.NotAllowed;
        }

        if (field.Kind is not (FieldKind.Choice or FieldKind.Place))
        {
            return await rules.JudgeAsync(both, field, typed, answers, Language.English, cancellationToken);
        }

        return (await FindCodeAsync(both, field, typed, answers, cancellationToken)).Try(out var code, out var problem)
            ? await rules.JudgeAsync(both, field, new Dictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = code }, answers, Language.English, cancellationToken)
            : problem;
    }

    // What is chosen comes as its code or in words, as the record has it; in all languages it has to be the same.
    private async Task<Outcome<string>> FindCodeAsync(
        FormAndRecord both, UpdateField field, Dictionary<string, string> typed, Dictionary<string, FieldValue> answers, CancellationToken cancellationToken)
    {
        var given = Value(typed);
        if (given.Texts.Count == 0)
        {
            return UpdateProblems.Empty;
        }

        if (!(await subject.ListChoicesAsync(both, field, answers, Language.English.Code, cancellationToken)).Try(out var choices, out var problem))
        {
            return problem;
        }

        var codes = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var text in given.Texts)
        {
            codes.Add((await subject.FindAsync(both, field, choices, new FieldValue([text]), answers, cancellationToken))?.Code);
        }

        return codes is { Count: 1 } && codes.Single() is { } code ? code : UpdateProblems.NotAChoice;
    }

    private static List<string> Same(FormAndRecord both, UpdateSubmission submission) =>
        [.. both.Form.Fields.Where(field => submission.Fields.TryGetValue(field.Name, out var typed) && AnswerRules.IsSame(Value(typed), both.Record.GetValueOrDefault(field.Name))).Select(field => field.Name)];

    private static FieldValue Value(IReadOnlyDictionary<string, string> typed) =>
        new([.. typed.Where(text => !string.IsNullOrWhiteSpace(text.Value)).Select(text => new FieldText(text.Key.Length == 0 ? null : text.Key, text.Value.Trim()))]);
}

/// <summary>An update that came whole and was found good, but for its papers.</summary>
/// <param name="Form">The form it was judged by.</param>
/// <param name="Answers">Its answers.</param>
internal sealed record JudgedSubmission(UpdateForm Form, UpdateAnswers Answers)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(JudgedSubmission);
}
