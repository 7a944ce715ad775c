using System.Text.Json;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Mosip.SyncData;

/// <summary>The country's ID schema (JSON schema, MOSIP's attributes under <c>properties.identity</c>), as far as the portal reads it.</summary>
/// <param name="Version">Its version as text, <c>0.1</c>.</param>
/// <param name="Attributes">The attributes in the order of the schema.</param>
internal sealed record IdSchema(string Version, IReadOnlyList<SchemaAttribute> Attributes)
{
    /// <summary>The attribute that holds the version in every identity.</summary>
    public const string VersionAttribute = "IDSchemaVersion";

    /// <summary>The sub-packets that the schema has, the one with the operations first.</summary>
    public IReadOnlyList<string> Parts => [SchemaAttribute.MainPart, .. Attributes.Select(attribute => attribute.Part).OfType<string>().Where(part => part is not SchemaAttribute.MainPart).Distinct(StringComparer.Ordinal)];

    /// <summary>The attribute of a name; null where the schema has none.</summary>
    public SchemaAttribute? Find(string name) => Attributes.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.Ordinal));

    /// <summary>The schema in an answer of <c>/latestidschema</c>; null where it has not the shape of one.</summary>
    public static IdSchema? Read(JsonElement response)
    {
        if (response.Text("idVersion") is not { Length: > 0 } version || Parse(response.Text("schemaJson")) is not { } schema
            || schema.Member("properties")?.Member("identity") is not { } identity || identity.Member("properties") is not { ValueKind: JsonValueKind.Object } properties)
        {
            return null;
        }

        var required = (identity.Items("required") ?? []).Select(name => name.Text()).ToHashSet(StringComparer.Ordinal);
        return new IdSchema(version, [.. properties.EnumerateObject()
            .Where(property => property.Value.ValueKind is JsonValueKind.Object)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .Select(twins => SchemaAttribute.Of(twins.Key, twins.Last().Value, required.Contains(twins.Key)))]);
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
