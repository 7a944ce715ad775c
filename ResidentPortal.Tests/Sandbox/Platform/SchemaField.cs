using System.Text.RegularExpressions;

namespace ResidentPortal.Sandbox;

/// <summary>How a country's ID schema shapes an attribute.</summary>
public enum SchemaShape
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text for each language (<c>simpleType</c>).</summary>
    Simple,

    /// <summary>A document (<c>documentType</c>).</summary>
    Document,

    /// <summary>Biometrics (<c>biometricsType</c>).</summary>
    Biometrics,
}

/// <summary>An attribute in the ID schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Category">The sub-packet it belongs to: <c>pvt</c>, <c>kyc</c>, <c>evidence</c>, <c>optional</c> or <c>none</c> for all.</param>
public sealed record SchemaField(string Name, SchemaShape Shape, string Category)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The pattern of its values; none for any.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether an identity cannot do without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether its values are codes of master data.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>Whether the pattern takes a value.</summary>
    public bool Takes(string value) => Pattern is null || Regex.IsMatch(value, Pattern, RegexOptions.CultureInvariant, Patience);

    /// <summary>Whether it stands in a sub-packet.</summary>
    public bool IsIn(string part) => Category switch
    {
        "pvt" or "kyc" => part is "id",
        "none" => true,
        _ => string.Equals(Category, part, StringComparison.Ordinal),
    };
}
