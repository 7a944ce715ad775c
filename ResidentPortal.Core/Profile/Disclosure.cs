using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Profile;

/// <summary>Judges what was chosen, and says what its reader will see: the same rules for what is shared and for what stands on a card.</summary>
public static class Disclosure
{
    private const char Between = ',';

    /// <summary>
    /// The fields a person may choose: what the form has, the record holds, and the reader may get (<paramref name="allowed"/>; null where nobody says). A field of several
    /// parts keeps those that are there.
    /// </summary>
    public static IReadOnlyList<DisclosureField> Offered(DisclosureForm form, DisclosureRecord record, IReadOnlySet<string>? allowed = null) =>
    [
        .. form.Fields
            .Select(field => field with { Parts = [.. field.Parts.Where(part => Holds(record, field, part) && (allowed is null || allowed.Contains(part.Value) || allowed.Contains(field.Name)))] })
            .Where(field => field.Parts.Count > 0),
    ];

    /// <summary>
    /// What was chosen as its reader will see it, in the order of the form. Problems: <see cref="ProfileProblems.NothingChosen"/>, <see cref="ProfileProblems.NotOffered"/> (a field, a
    /// format or a mask that is none of those offered).
    /// </summary>
    public static Outcome<IReadOnlyList<DisclosedField>> Of(IReadOnlyList<DisclosureField> offered, DisclosureRecord record, IReadOnlyList<DisclosureChoice> choices)
    {
        if (choices.Count == 0)
        {
            return ProfileProblems.NothingChosen;
        }

        if (choices.DistinctBy(choice => choice.Name, StringComparer.Ordinal).Count() < choices.Count || !choices.All(choice => offered.Any(field => Takes(field, choice))))
        {
            return ProfileProblems.NotOffered;
        }

        return offered.Join(choices, field => field.Name, choice => choice.Name, (field, choice) => new DisclosedField(field, choice, Values(field, choice, record)), StringComparer.Ordinal).ToList();
    }

    /// <summary>The attributes behind a choice: the chosen parts, or all of the field.</summary>
    public static IEnumerable<string> Attributes(DisclosureField field, DisclosureChoice choice) =>
        field.Parts.Count > 1 && choice.Format is { } parts ? parts.Split(Between) : field.Parts.Select(part => part.Value);

    private static bool Holds(DisclosureRecord record, DisclosureField field, DisclosureOption part) =>
        field.Meaning is DisclosureMeaning.Photo ? record.HasPhoto : record.Values.ContainsKey(part.Value);

    private static bool Takes(DisclosureField field, DisclosureChoice choice) => string.Equals(field.Name, choice.Name, StringComparison.Ordinal)
        && (!choice.IsMasked || (field.MayMask && choice.Format is null))
        && (choice.Format is null || (field.Parts.Count > 1
            ? choice.Format.Split(Between) is var parts && parts.Distinct(StringComparer.Ordinal).Count() == parts.Length && parts.All(part => field.Parts.Any(one => string.Equals(one.Value, part, StringComparison.Ordinal)))
            : field.Formats.Any(format => string.Equals(format.Value, choice.Format, StringComparison.Ordinal))));

    private static List<DisclosedValue> Values(DisclosureField field, DisclosureChoice choice, DisclosureRecord record) => field.Meaning is DisclosureMeaning.Photo
        ? []
        : [.. Attributes(field, choice).Select(attribute => new DisclosedValue(attribute, new FieldValue([.. record.Values[attribute].Texts.Select(text => text with { Text = Shown(field, choice, text.Text) })])))];

    private static string Shown(DisclosureField field, DisclosureChoice choice, string text) => choice switch
    {
        { IsMasked: true } => DisclosureMask.Of(field.Meaning, text),
        { Format: { } format } when field.Parts.Count == 1 => DateFormat.Write(text, format),
        _ => text,
    };
}
