using System.Globalization;

namespace ResidentPortal.Core.PublicLists;

/// <summary>The values of a dynamic field in all languages (<c>/dynamicfields/{fieldName}</c>, from 1.2.1).</summary>
/// <param name="Field">The name of the field.</param>
public sealed record FieldValues(string Field) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Field];
}

/// <summary>The values of a dynamic field in a language (<c>/dynamicfields/{fieldName}/{langcode}</c>).</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="Language">The language.</param>
public sealed record FieldWords(string Field, string Language) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Field, Language];
}

/// <summary>The genders in a language, on platforms that keep them in a table of their own (<c>/gendertypes/{langcode}</c>).</summary>
/// <param name="Language">The language.</param>
public sealed record GenderWords(string Language) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Language];
}

/// <summary>A text that the platform writes to residents (<c>/templates/{langcode}/{templatetypecode}</c>).</summary>
/// <param name="Language">The language.</param>
/// <param name="Code">The code of the text; some have a blank in them.</param>
public sealed record MessageText(string Language, string Code) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Language];

    private protected override IEnumerable<string?> Words => [Code];
}

/// <summary>The country's ID schema (<c>/idschema/latest</c>).</summary>
/// <param name="Version">Its version; the newest for 0.</param>
/// <param name="Domain">For which part of the platform; for all where it is null.</param>
/// <param name="Type">With which UI specification; with none where it is null.</param>
public sealed record LatestSchema(double Version, string? Domain, string? Type) : PublicList
{
    /// <summary>The version as the platform reads it.</summary>
    internal string VersionText => Version.ToString(CultureInfo.InvariantCulture);

    internal override bool IsSound => double.IsFinite(Version) && Math.Abs(Version) < 1_000_000 && base.IsSound;

    internal override string Key => $"{base.Key}\n{VersionText}";

    private protected override IEnumerable<string?> Codes => [Domain, Type];
}
