using System.Text.Json;

namespace ResidentPortal.Core.Mosip.SyncData;

/// <summary>The country's ID schema, as far as packets need it: which attributes there are, of what shape, and in which sub-packet each stands.</summary>
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

    /// <summary>The schema in an answer; null where it has not the shape of one.</summary>
    public static IdSchema? Read(JsonElement response)
    {
        if (response.Text("idVersion") is not { Length: > 0 } version || response.Text("schemaJson") is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var attributes = document.RootElement.Member("properties")?.Member("identity")?.Member("properties");
            return attributes is { ValueKind: JsonValueKind.Object } members ? new IdSchema(version, [.. members.EnumerateObject().Select(SchemaAttribute.Read)]) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An attribute of the schema.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The shape of its values.</param>
/// <param name="Part">The sub-packet it stands in; null for all.</param>
internal sealed record SchemaAttribute(string Name, AttributeShape Shape, string? Part)
{
    /// <summary>The sub-packet of the person's own attributes, with the operations (<c>mosip.kernel.packet.default_subpacket_name</c>).</summary>
    public const string MainPart = "id";

    /// <summary>Whether it stands in a sub-packet.</summary>
    public bool IsIn(string part) => Part is null || string.Equals(Part, part, StringComparison.Ordinal);

    /// <summary>The attribute behind a member of the schema.</summary>
    public static SchemaAttribute Read(JsonProperty member) => new(member.Name, ShapeOf(member.Value), PartOf(member.Value.Text("fieldCategory")));

    private static AttributeShape ShapeOf(JsonElement definition) => (definition.Text("$ref")?.Split('/')[^1], definition.Text("type")) switch
    {
        ("simpleType", _) => AttributeShape.Localised,
        ("documentType", _) => AttributeShape.Document,
        (not null, _) => AttributeShape.Other,
        (_, "number" or "integer") => AttributeShape.Number,
        (_, "string") => AttributeShape.Text,
        _ => AttributeShape.Other,
    };

    private static string? PartOf(string? category) => category?.ToLowerInvariant() switch
    {
        null or "" or "none" => null,
        "pvt" or "kyc" => MainPart,
        var other => other,
    };
}

/// <summary>The shapes of values.</summary>
internal enum AttributeShape
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text for each language.</summary>
    Localised,

    /// <summary>A document.</summary>
    Document,

    /// <summary>Biometrics and whatever else the portal does not send.</summary>
    Other,
}
