using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Updates;

/// <summary>Shows one question of an update: what is recorded now, what was answered so far, and what may be chosen.</summary>
public sealed class ShowAnswer(UpdateDrafts drafts, UpdateSubject subject)
{
    /// <summary>
    /// The question. Problems: those of the draft (<see cref="UpdateProblems.NoDraft"/>, <see cref="UpdateProblems.ResumeCodeNeeded"/>), <see cref="UpdateProblems.UnknownField"/>,
    /// <see cref="UpdateProblems.PlaceAboveFirst"/>, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<UpdateQuestion>> ExecuteAsync(Guid sessionId, Visitor visitor, string? name, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await drafts.FindAsync(sessionId, visitor, cancellationToken)).Try(out var draft, out var problem)
            || !(await subject.ReadAsync(draft.Session.Uin, cancellationToken)).Try(out var both, out problem))
        {
            return problem;
        }

        var (answers, field) = (draft.Answers, both.Form.Find(name));
        if (field is null or { Kind: FieldKind.Document } || !answers.Chosen.Contains(field.Name, StringComparer.Ordinal))
        {
            return UpdateProblems.UnknownField;
        }

        IReadOnlyList<FieldChoice> choices = [];
        if (field.Kind is FieldKind.Choice or FieldKind.Place && !(await subject.ListChoicesAsync(both, field, answers.Values, language.Code, cancellationToken)).Try(out choices!, out problem))
        {
            return problem;
        }

        var (recorded, answered) = (both.Record.GetValueOrDefault(field.Name), answers.Values.GetValueOrDefault(field.Name));
        return new UpdateQuestion
        {
            Field = field,
            Present = await subject.ShowRecordedAsync(both, field, language, cancellationToken),
            Texts = [.. both.LanguagesOf(field).Select(one => new AnswerText(one, field.Meaning is FieldMeaning.Phone or FieldMeaning.Email ? null : Text(recorded, one), Text(answered, one), both.IsNeeded(field, one)))],
            Choices = choices,
            Chosen = (await subject.FindAsync(both, field, choices, answered, answers.Values, cancellationToken))?.Code,
        };
    }

    private static string? Text(FieldValue? value, string? language) =>
        value?.Texts.FirstOrDefault(text => string.Equals(text.Language, language, StringComparison.OrdinalIgnoreCase))?.Text;
}

/// <summary>One question of an update.</summary>
public sealed record UpdateQuestion
{
    /// <summary>The field.</summary>
    public required UpdateField Field { get; init; }

    /// <summary>What is recorded now, in words.</summary>
    public required IReadOnlyList<ShownText> Present { get; init; }

    /// <summary>For a text or a date: what is recorded and what was answered, in each language.</summary>
    public required IReadOnlyList<AnswerText> Texts { get; init; }

    /// <summary>For a choice or a place: what may be chosen.</summary>
    public required IReadOnlyList<FieldChoice> Choices { get; init; }

    /// <summary>The code of what was chosen.</summary>
    public string? Chosen { get; init; }
}

/// <summary>A text of a question in one language.</summary>
/// <param name="Language">MOSIP's code; null for a field without languages.</param>
/// <param name="Present">What is recorded now; null for a contact, which is not shown whole.</param>
/// <param name="Answer">What was answered so far.</param>
/// <param name="IsNeeded">Whether it may not be left out.</param>
public sealed record AnswerText(string? Language, string? Present, string? Answer, bool IsNeeded)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(AnswerText);
}
