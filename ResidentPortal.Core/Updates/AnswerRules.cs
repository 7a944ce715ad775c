using System.Globalization;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Updates;

/// <summary>Judges answers by the country's rules, and shapes them as the record holds them. A problem names the language of the text it is about (fact <c>language</c>).</summary>
public sealed class AnswerRules(UpdateSubject subject, FieldPatterns patterns, IOptions<ContactOptions> contacts, TimeProvider clock)
{
    // Longer than any attribute of a record; whatever a pattern would allow.
    private const int Longest = 200;
    private const string DayFormat = "yyyy/MM/dd";

    /// <summary>
    /// The value of typed texts, by language (an empty name for a field without languages). Problems: <see cref="UpdateProblems.Empty"/>, <see cref="UpdateProblems.TooLong"/>,
    /// <see cref="UpdateProblems.NotAllowed"/>, <see cref="UpdateProblems.NoSuchDay"/>, <see cref="UpdateProblems.NotAChoice"/>, <see cref="UpdateProblems.SameValue"/>,
    /// <see cref="UpdateProblems.PlaceAboveFirst"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Outcome<FieldValue>> JudgeAsync(
        FormAndRecord both, UpdateField field, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, FieldValue> answers, Language language, CancellationToken cancellationToken)
    {
        var judged = field.Kind is FieldKind.Choice or FieldKind.Place
            ? await ChosenAsync(both, field, typed.Values.FirstOrDefault(), answers, language, cancellationToken)
            : Typed(both, field, typed);
        return judged.Try(out var value, out var problem) && IsSame(value, both.Record.GetValueOrDefault(field.Name)) ? UpdateProblems.SameValue : problem is null ? value! : problem;
    }

    /// <summary>Whether two values say the same: letter by letter in each language, whatever the case.</summary>
    internal static bool IsSame(FieldValue value, FieldValue? recorded) => recorded is not null && value.Texts.Count == recorded.Texts.Count
        && value.Texts.All(text => string.Equals(recorded.In(text.Language ?? string.Empty), text.Text, StringComparison.OrdinalIgnoreCase));

    private Outcome<FieldValue> Typed(FormAndRecord both, UpdateField field, IReadOnlyDictionary<string, string> typed)
    {
        var texts = new List<FieldText>();
        foreach (var language in both.LanguagesOf(field))
        {
            var text = Clean(typed.GetValueOrDefault(language ?? string.Empty));
            if (text.Length == 0)
            {
                if (both.IsNeeded(field, language))
                {
                    return About(UpdateProblems.Empty, language);
                }

                continue;
            }

            if (!Shaped(field, text).Try(out var said, out var problem))
            {
                return About(problem, language);
            }

            if (said.Length > Longest)
            {
                return About(UpdateProblems.TooLong, language);
            }

            if (!patterns.Accept(said, language, field.Patterns))
            {
                return About(UpdateProblems.NotAllowed, language);
            }

            texts.Add(new FieldText(language, said));
        }

        return texts.Count == 0 ? About(UpdateProblems.Empty, both.LanguagesOf(field)[0]) : new FieldValue(texts);
    }

    private Outcome<string> Shaped(UpdateField field, string text) => field switch
    {
        { Kind: FieldKind.Date } => Day(text),
        { Meaning: FieldMeaning.Phone } => Contact.TryParse(text, OtpChannel.Phone, contacts.Value, out var phone) ? phone : ContactProblems.NotAPhone,
        { Meaning: FieldMeaning.Email } => Contact.TryParse(text, OtpChannel.Email, contacts.Value, out var email) ? email : ContactProblems.NotAnEmail,
        _ => text,
    };

    // Countries record either codes or words: as the record has it now, so it stays.
    private async Task<Outcome<FieldValue>> ChosenAsync(
        FormAndRecord both, UpdateField field, string? code, IReadOnlyDictionary<string, FieldValue> answers, Language language, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return UpdateProblems.Empty;
        }

        if (!(await subject.ListChoicesAsync(both, field, answers, language.Code, cancellationToken)).Try(out var choices, out var problem))
        {
            return problem;
        }

        if (choices.FirstOrDefault(choice => string.Equals(choice.Code, code, StringComparison.Ordinal)) is not { } chosen)
        {
            return UpdateProblems.NotAChoice;
        }

        var isInWords = both.Record.GetValueOrDefault(field.Name) is { } recorded && await subject.FindAsync(both, field, choices, recorded, both.Record, cancellationToken) is { } present
            && !recorded.Texts.Any(text => string.Equals(text.Text, present.Code, StringComparison.OrdinalIgnoreCase));
        var texts = new List<FieldText>();
        foreach (var one in both.LanguagesOf(field))
        {
            texts.Add(new FieldText(one, isInWords ? await WordAsync(both, field, chosen, answers, one ?? language.Code, cancellationToken) : chosen.Code));
        }

        return new FieldValue(texts);
    }

    private async Task<string> WordAsync(
        FormAndRecord both, UpdateField field, FieldChoice chosen, IReadOnlyDictionary<string, FieldValue> answers, string language, CancellationToken cancellationToken)
    {
        var listed = await subject.ListChoicesAsync(both, field, answers, language, cancellationToken);
        return listed.Try(out var choices, out _) ? choices.FirstOrDefault(choice => string.Equals(choice.Code, chosen.Code, StringComparison.Ordinal))?.Label ?? chosen.Label : chosen.Label;
    }

    // Three numbers with slashes between them, in the digits of any script.
    private Outcome<string> Day(string text)
    {
        var parts = text.Split('/').Select(Digits.Normalize).ToArray();
        return parts.Length == 3 && parts.All(part => part.Length is > 0 and <= 4)
            && DateOnly.TryParseExact($"{parts[0]}/{parts[1].PadLeft(2, '0')}/{parts[2].PadLeft(2, '0')}", DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)
            ? day.ToString(DayFormat, CultureInfo.InvariantCulture)
            : UpdateProblems.NoSuchDay;
    }

    private static Problem About(Problem problem, string? language) => language is null ? problem : problem.With("language", language);

    // One space between words, none around them, and no control characters: what people paste.
    private static string Clean(string? typed) =>
        string.Join(' ', string.Concat((typed ?? string.Empty).Normalize().Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
