using System.Text.Json;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Mosip.SyncData;

/// <summary>An attribute of the ID schema.</summary>
internal sealed record SchemaAttribute
{
    /// <summary>The sub-packet of the person's own attributes, with the operations (<c>mosip.kernel.packet.default_subpacket_name</c>).</summary>
    public const string MainPart = "id";

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What its value looks like.</summary>
    public required AttributeShape Shape { get; init; }

    /// <summary>The sub-packet it stands in (by <c>fieldCategory</c>); null for all.</summary>
    public required string? Part { get; init; }

    /// <summary>Whether every identity has to have it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>What its texts have to match.</summary>
    public required IReadOnlyList<FieldPattern> Patterns { get; init; }

    /// <summary>Whether it stands in a sub-packet.</summary>
    public bool IsIn(string part) => Part is null || string.Equals(Part, part, StringComparison.Ordinal);

    /// <summary>The attribute behind a definition of the schema.</summary>
    public static SchemaAttribute Of(string name, JsonElement definition, bool isRequired) => new()
    {
        Name = name,
        Shape = ShapeOf(definition.Text("$ref")?.Split('/')[^1] ?? definition.Text("type")),
        Part = PartOf(definition.Text("fieldCategory")),
        IsRequired = isRequired,
        Patterns = [.. IdSchema.Patterns(definition)],
    };

    private static AttributeShape ShapeOf(string? type) => type switch
    {
        "simpleType" => AttributeShape.Localised,
        "documentType" => AttributeShape.Document,
        "string" => AttributeShape.Text,
        "number" or "integer" => AttributeShape.Number,
        _ => AttributeShape.Other,
    };

    private static string? PartOf(string? category) => category?.ToLowerInvariant() switch
    {
        null or "" or "none" => null,
        "pvt" or "kyc" => MainPart,
        var other => other,
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
