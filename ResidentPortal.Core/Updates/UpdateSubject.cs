using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Updates;

/// <summary>The form and the record of one person side by side, and the words for what stands in them.</summary>
public sealed class UpdateSubject(IUpdateForms forms, IUpdateRecords records)
{
    /// <summary>Both. Problems: <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal async Task<Outcome<FormAndRecord>> ReadAsync(Uin uin, CancellationToken cancellationToken)
    {
        if (!(await forms.FindAsync(cancellationToken)).Try(out var form, out var problem) || !(await records.FindAsync(uin, cancellationToken)).Try(out var record, out problem))
        {
            return problem;
        }

        return new FormAndRecord(form, record);
    }

    /// <summary>
    /// What may be chosen for a field, in a language. A place is chosen below the place above it, as answered or else as recorded. Problems:
    /// <see cref="UpdateProblems.PlaceAboveFirst"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Outcome<IReadOnlyList<FieldChoice>>> ListChoicesAsync(
        FormAndRecord both, UpdateField field, IReadOnlyDictionary<string, FieldValue> answers, string language, CancellationToken cancellationToken)
    {
        if (both.Above(field) is not { } above)
        {
            return await forms.ListChoicesAsync(field, language, parent: null, cancellationToken);
        }

        if (!(await ListChoicesAsync(both, above, answers, language, cancellationToken)).Try(out var places, out var problem))
        {
            return problem;
        }

        var value = answers.GetValueOrDefault(above.Name) ?? both.Record.GetValueOrDefault(above.Name);
        return await FindAsync(both, above, places, value, answers, cancellationToken) is { } parent ? await forms.ListChoicesAsync(field, language, parent.Code, cancellationToken) : UpdateProblems.PlaceAboveFirst;
    }

    /// <summary>The kinds of paper a field takes, in a language. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal Task<Outcome<IReadOnlyList<FieldChoice>>> ListPaperTypesAsync(UpdateField field, Language language, CancellationToken cancellationToken) =>
        forms.ListDocumentTypesAsync(field, language.Code, cancellationToken);

    /// <summary>What is recorded of a field, as it is shown: contacts masked, since a sign-in alone does not say whose eyes are on the screen.</summary>
    internal async Task<IReadOnlyList<ShownText>> ShowRecordedAsync(FormAndRecord both, UpdateField field, Language language, CancellationToken cancellationToken)
    {
        var recorded = both.Record.GetValueOrDefault(field.Name);
        var masked = field.Meaning switch { FieldMeaning.Phone => ContactMask.Phone(recorded?.Plain), FieldMeaning.Email => ContactMask.Email(recorded?.Plain), _ => null };
        return masked is null ? await ShowAsync(both, field, recorded, both.Record, language, cancellationToken) : [new ShownText(Language: null, masked)];
    }

    /// <summary>
    /// A value as it is shown: each text with the language it is in, codes in words where they can be found out, the rest as recorded.
    /// </summary>
    internal async Task<IReadOnlyList<ShownText>> ShowAsync(
        FormAndRecord both, UpdateField field, FieldValue? value, IReadOnlyDictionary<string, FieldValue> answers, Language language, CancellationToken cancellationToken)
    {
        if (value is null)
        {
            return [];
        }

        if (field.Kind is FieldKind.Choice or FieldKind.Place)
        {
            // A code is the same in all languages: it is shown once, in the language of the page.
            var listed = await ListChoicesAsync(both, field, answers, language.Code, cancellationToken);
            return listed.Try(out var choices, out _) && await FindAsync(both, field, choices, value, answers, cancellationToken) is { } choice ? [new ShownText(language.Code, choice.Label)] : Recorded(value, language);
        }

        return [.. value.Texts.Select(text => new ShownText(text.Language, text.Text))];
    }

    /// <summary>The choice, among those of one language, that a value means: by its code, or by its words in the languages the record has them in.</summary>
    internal async Task<FieldChoice?> FindAsync(
        FormAndRecord both, UpdateField field, IReadOnlyList<FieldChoice> choices, FieldValue? value, IReadOnlyDictionary<string, FieldValue> answers, CancellationToken cancellationToken)
    {
        foreach (var text in value?.Texts ?? [])
        {
            if (choices.FirstOrDefault(choice => Says(choice, text)) is { } found)
            {
                return found;
            }

            if (text.Language is { } language && (await ListChoicesAsync(both, field, answers, language, cancellationToken)).Try(out var inLanguage, out _)
                && inLanguage.FirstOrDefault(choice => Says(choice, text)) is { } same)
            {
                return choices.FirstOrDefault(choice => string.Equals(choice.Code, same.Code, StringComparison.Ordinal));
            }
        }

        return null;
    }

    private static bool Says(FieldChoice choice, FieldText text) =>
        string.Equals(text.Text, choice.Code, StringComparison.OrdinalIgnoreCase) || string.Equals(text.Text, choice.Label, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<ShownText> Recorded(FieldValue value, Language language) =>
        value.In(language.Code) is { } text ? [new ShownText(language.Code, text)] : value.Texts.Count > 0 ? [new ShownText(value.Texts[0].Language, value.Texts[0].Text)] : [];
}

/// <summary>The form and the record of one person.</summary>
/// <param name="Form">What may be changed.</param>
/// <param name="Record">What is recorded, by attribute.</param>
internal sealed record FormAndRecord(UpdateForm Form, IReadOnlyDictionary<string, FieldValue> Record)
{
    /// <summary>The place above a place, where the form has it.</summary>
    public UpdateField? Above(UpdateField field) => field.PlaceLevel is { } level
        ? Form.Fields.Where(one => one.PlaceLevel < level).MaxBy(one => one.PlaceLevel)
        : null;

    /// <summary>The places below a place: they mean nothing any more once it changes.</summary>
    public IEnumerable<UpdateField> Below(UpdateField field) => field.PlaceLevel is { } level ? Form.Fields.Where(one => one.PlaceLevel > level) : [];

    /// <summary>The languages a field is answered in; one, without a name, for a field without languages.</summary>
    public IReadOnlyList<string?> LanguagesOf(UpdateField field) => field.IsLocalised ? [.. Form.Languages] : [null];

    /// <summary>Whether a text in a language may not be left out: the country's own language, and those the record has.</summary>
    public bool IsNeeded(UpdateField field, string? language) => field.IsRequired && (language is null || string.Equals(language, Form.Languages[0], StringComparison.Ordinal)
        || Record.GetValueOrDefault(field.Name)?.Texts.Any(text => string.Equals(text.Language, language, StringComparison.OrdinalIgnoreCase)) is true);
}

/// <summary>A text of a value, to be shown.</summary>
/// <param name="Language">MOSIP's code of the language it is in; null where it has none.</param>
/// <param name="Text">The text.</param>
public sealed record ShownText(string? Language, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ShownText);
}
