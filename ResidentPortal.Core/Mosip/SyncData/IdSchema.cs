using System.Text.Json;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Mosip.SyncData;

/// <summary>The country's ID schema (JSON schema, MOSIP's attributes under <c>properties.identity</c>), as far as the portal reads it.</summary>
/// <param name="Version">Its version as the platform writes it, <c>0.1</c>.</param>
/// <param name="Attributes">The attributes by name.</param>
internal sealed record IdSchema(string Version, IReadOnlyDictionary<string, SchemaAttribute> Attributes)
{
    /// <summary>The schema in an answer of <c>/latestidschema</c>; null where it is none.</summary>
    public static IdSchema? Read(JsonElement response)
    {
        if (response.Text("idVersion") is not { } version || Parse(response.Text("schemaJson")) is not { } schema
            || schema.Member("properties")?.Member("identity") is not { } identity || identity.Member("properties") is not { ValueKind: JsonValueKind.Object } properties)
        {
            return null;
        }

        var required = (identity.Items("required") ?? []).Select(name => name.Text()).ToHashSet(StringComparer.Ordinal);
        return new IdSchema(version, properties.EnumerateObject()
            .Where(property => property.Value.ValueKind is JsonValueKind.Object)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .ToDictionary(twins => twins.Key, twins => SchemaAttribute.Of(twins.Last().Value, required.Contains(twins.Key)), StringComparer.Ordinal));
    }

    /// <summary>The patterns of an attribute, as schema and UI specification write them alike.</summary>
    public static IEnumerable<FieldPattern> Patterns(JsonElement attribute) => (attribute.Items("validators") ?? [])
        .Where(validator => string.Equals(validator.Text("type"), "regex", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(validator.Text("validator")))
        .Select(validator => new FieldPattern(validator.Text("validator")!, validator.Text("langCode") is { Length: > 0 } language ? language : null));

    private static JsonElement? Parse(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? string.Empty);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An attribute of the schema.</summary>
internal sealed record SchemaAttribute
{
    /// <summary>What its value looks like.</summary>
    public required AttributeShape Shape { get; init; }

    /// <summary>Whether every identity has to have it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The sub-packet it travels in (<c>fieldCategory</c>): <c>pvt</c>, <c>kyc</c>, <c>evidence</c>, <c>optional</c> or <c>none</c>.</summary>
    public required string Category { get; init; }

    /// <summary>What its texts have to match.</summary>
    public required IReadOnlyList<FieldPattern> Patterns { get; init; }

    /// <summary>The attribute in the schema.</summary>
    public static SchemaAttribute Of(JsonElement attribute, bool isRequired) => new()
    {
        Shape = ShapeOf(attribute.Text("$ref")?.Split('/')[^1] ?? attribute.Text("type")),
        IsRequired = isRequired,
        Category = attribute.Text("fieldCategory") ?? "none",
        Patterns = [.. IdSchema.Patterns(attribute)],
    };

    private static AttributeShape ShapeOf(string? type) => type switch
    {
        "simpleType" => AttributeShape.Localised,
        "documentType" => AttributeShape.Document,
        "string" => AttributeShape.Text,
        "number" or "integer" => AttributeShape.Number,
        _ => AttributeShape.Other,
    };
}

/// <summary>What the value of an attribute looks like.</summary>
internal enum AttributeShape
{
    /// <summary>Biometrics, lists, and what else the portal does not change.</summary>
    Other,

    /// <summary>One text.</summary>
    Text,

    /// <summary>One number.</summary>
    Number,

    /// <summary>A list of language and value (<c>simpleType</c>).</summary>
    Localised,

    /// <summary>A document (<c>documentType</c>).</summary>
    Document,
}
