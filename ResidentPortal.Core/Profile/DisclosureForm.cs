namespace ResidentPortal.Core.Profile;

/// <summary>What data are chosen for.</summary>
public enum DisclosureUse
{
    /// <summary>An organisation gets them from the platform (<c>share-credential</c>).</summary>
    Share,

    /// <summary>They stand on a card (<c>personalized-card</c>).</summary>
    Card,
}

/// <summary>What residents may choose of their data, as the country has set it.</summary>
/// <param name="Use">What for.</param>
/// <param name="Fields">The fields in the order of the specification.</param>
public sealed record DisclosureForm(DisclosureUse Use, IReadOnlyList<DisclosureField> Fields);

/// <summary>One field that may be chosen: whole, in one of its formats, in parts, or masked.</summary>
public sealed record DisclosureField
{
    /// <summary>Its name in the specification: <c>dateOfBirth</c>, <c>fullAddress</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the portal has to know of it beyond its value.</summary>
    public DisclosureMeaning Meaning { get; init; }

    /// <summary>What it is called, by MOSIP's language code.</summary>
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    /// <summary>The attributes of the record it is made of; where there are several, each may be chosen by itself.</summary>
    public required IReadOnlyList<DisclosureOption> Parts { get; init; }

    /// <summary>The formats it may be given in.</summary>
    public IReadOnlyList<DisclosureOption> Formats { get; init; } = [];

    /// <summary>Whether it may be masked.</summary>
    public bool MayMask { get; init; }

    /// <summary>The label in a language, or in any the specification has, or the name.</summary>
    public string LabelIn(string language) => Labels.GetValueOrDefault(language) ?? Labels.Values.FirstOrDefault() ?? Name;
}

/// <summary>A format or a part of a field.</summary>
/// <param name="Value">What the platform is told: <c>DD/MMM</c>, <c>city</c>.</param>
/// <param name="Labels">What it is called, by MOSIP's language code.</param>
public sealed record DisclosureOption(string Value, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>The label in a language, or in any the specification has, or the value.</summary>
    public string LabelIn(string language) => Labels.GetValueOrDefault(language) ?? Labels.Values.FirstOrDefault() ?? Value;
}

/// <summary>What the portal has to know of a field beyond its value.</summary>
public enum DisclosureMeaning
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The name.</summary>
    Name,

    /// <summary>The gender.</summary>
    Gender,

    /// <summary>A date, which formats are for.</summary>
    Date,

    /// <summary>A number of the person: masked but for its last digits.</summary>
    Number,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>The photo, which is no text.</summary>
    Photo,
}

/// <summary>What the record of a person has of a form.</summary>
/// <param name="Values">The values by attribute.</param>
/// <param name="HasPhoto">Whether there is a photo.</param>
public sealed record DisclosureRecord(IReadOnlyDictionary<string, FieldValue> Values, bool HasPhoto)
{
    /// <summary>Without the values.</summary>
    public override string ToString() => nameof(DisclosureRecord);
}

/// <summary>One field as it was chosen. It names what is wished, and holds no value of the person.</summary>
/// <param name="Name">The field.</param>
/// <param name="Format">The format, or the chosen parts with commas between them; null for the whole.</param>
/// <param name="IsMasked">Whether it is masked.</param>
public sealed record DisclosureChoice(string Name, string? Format = null, bool IsMasked = false);

/// <summary>One field as the reader will see it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Choice">How it was chosen.</param>
/// <param name="Values">Its values by attribute; empty for a photo.</param>
public sealed record DisclosedField(DisclosureField Field, DisclosureChoice Choice, IReadOnlyList<DisclosedValue> Values)
{
    /// <summary>Without the values.</summary>
    public override string ToString() => nameof(DisclosedField);
}

/// <summary>One attribute as the reader will see it.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Value">Its value, in the format or masked.</param>
public sealed record DisclosedValue(string Attribute, FieldValue Value)
{
    /// <summary>Without the value.</summary>
    public override string ToString() => nameof(DisclosedValue);
}
