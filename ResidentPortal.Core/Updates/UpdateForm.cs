namespace ResidentPortal.Core.Updates;

/// <summary>What residents may change in this country.</summary>
/// <param name="Languages">The languages values are recorded in, by MOSIP's codes; the first is the country's own.</param>
/// <param name="Fields">The fields in the order of the UI specification; papers stand among them as fields of kind <see cref="FieldKind.Document"/>.</param>
public sealed record UpdateForm(IReadOnlyList<string> Languages, IReadOnlyList<UpdateField> Fields)
{
    /// <summary>The field with this name, or null.</summary>
    public UpdateField? Find(string? name) => Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    /// <summary>The papers that changing these fields takes: those of their groups. Contacts and the language of messages take none.</summary>
    public IReadOnlyList<UpdateField> PapersFor(IEnumerable<string> changed)
    {
        var groups = changed.Select(Find).OfType<UpdateField>().Where(field => field.Meaning is FieldMeaning.None).Select(field => field.Group).ToHashSet(StringComparer.Ordinal);
        return [.. Fields.Where(field => field.Kind is FieldKind.Document && groups.Contains(field.Group))];
    }
}

/// <summary>One field of the form.</summary>
public sealed record UpdateField
{
    /// <summary>The attribute's name in the ID schema, <c>addressLine1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The group of the UI specification it stands in: <c>identity</c>, <c>address</c>, <c>contact</c>, <c>notificationLanguage</c>, or a country's own.</summary>
    public required string Group { get; init; }

    /// <summary>How it is answered.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Whether the record holds a text for each language.</summary>
    public bool IsLocalised { get; init; }

    /// <summary>Whether the schema wants a value at all times.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is called, by MOSIP's language code, as the specification says it.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>What the portal has to know of it beyond its value.</summary>
    public FieldMeaning Meaning { get; init; }

    /// <summary>What a text has to match; all of them.</summary>
    public IReadOnlyList<FieldPattern> Patterns { get; init; } = [];

    /// <summary>For a place: its level in the location hierarchy, 0 at the top.</summary>
    public int? PlaceLevel { get; init; }

    /// <summary>For a choice: the dynamic field with its values, where it is not named as the attribute.</summary>
    public string? ChoiceList { get; init; }

    /// <summary>For a paper: the code of its category in master data, <c>POA</c>.</summary>
    public string? DocumentCategory { get; init; }

    /// <summary>The label in a language, or in any the specification has, or the attribute's name.</summary>
    public string LabelIn(string language) => Labels.GetValueOrDefault(language) ?? Labels.Values.FirstOrDefault() ?? Name;
}

/// <summary>How a field is answered.</summary>
public enum FieldKind
{
    /// <summary>By typing (<c>textbox</c>).</summary>
    Text,

    /// <summary>With a date (<c>calendar</c>), recorded as <c>yyyy/MM/dd</c>.</summary>
    Date,

    /// <summary>By choosing among the values of a dynamic field (<c>dropdown</c>).</summary>
    Choice,

    /// <summary>By choosing a place of the location hierarchy (<c>dropdown</c> with a level).</summary>
    Place,

    /// <summary>With a paper (<c>fileupload</c>).</summary>
    Document,
}

/// <summary>What the portal has to know of a field beyond its value.</summary>
public enum FieldMeaning
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The phone: a new one is proved by a code.</summary>
    Phone,

    /// <summary>The e-mail address: a new one is proved by a code.</summary>
    Email,

    /// <summary>The language the person wants messages in.</summary>
    MessageLanguage,
}

/// <summary>A regular expression of the schema. It comes from outside: it runs with a limit of time, and without backtracking where it can.</summary>
/// <param name="Expression">The expression, for the whole text.</param>
/// <param name="Language">The language of the texts it is for, or null for all.</param>
public sealed record FieldPattern(string Expression, string? Language);

/// <summary>Something that may be chosen.</summary>
/// <param name="Code">What is recorded.</param>
/// <param name="Label">What it is called.</param>
public sealed record FieldChoice(string Code, string Label);
