using System.Globalization;
using ResidentPortal.Core.Mosip.SyncData;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Mosip.Packets;

/// <summary>What a packet carries, put in order by the country's ID schema. What the schema does not have, or has in another shape, is not sent at all.</summary>
/// <param name="Packet">The packet.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Attributes">The attributes that are sent, in the order of the schema.</param>
internal sealed record PacketContent(Packet Packet, IdSchema Schema, IReadOnlyList<PacketAttribute> Attributes)
{
    /// <summary>The content of a packet. Problem: <see cref="CommonProblems.Refused"/>.</summary>
    public static Outcome<PacketContent> Of(Packet packet, IdSchema schema, string uinAttribute)
    {
        var values = new Dictionary<string, PacketAttribute>(StringComparer.Ordinal);
        var all = Added(packet, schema, uinAttribute)
            .Concat(packet.Fields.Select(field => (Name: field.Key, Value: (FieldValue?)field.Value, Document: (PacketDocument?)null)))
            .Concat(packet.Documents.Select(document => (document.Field, (FieldValue?)null, (PacketDocument?)document)));
        foreach (var (name, value, document) in all)
        {
            if (schema.Find(name) is not { } attribute || !Fits(attribute, value, document) || !values.TryAdd(name, new PacketAttribute(attribute, value, document)))
            {
                return CommonProblems.Refused;
            }
        }

        return new PacketContent(packet, schema, [.. schema.Attributes.Select(attribute => values.GetValueOrDefault(attribute.Name)).OfType<PacketAttribute>()]);
    }

    /// <summary>The attributes of a sub-packet.</summary>
    public IReadOnlyList<PacketAttribute> In(string part) => [.. Attributes.Where(attribute => attribute.Schema.IsIn(part))];

    /// <summary>Without the packet.</summary>
    public override string ToString() => nameof(PacketContent);

    private static IEnumerable<(string Name, FieldValue? Value, PacketDocument? Document)> Added(Packet packet, IdSchema schema, string uinAttribute) =>
        [(IdSchema.VersionAttribute, FieldValue.Of(schema.Version), null), (uinAttribute, FieldValue.Of(packet.Uin.Reveal()), null)];

    // A value that says no language is in the packet's, where the schema wants one.
    private static bool Fits(SchemaAttribute attribute, FieldValue? value, PacketDocument? document) => attribute.Shape switch
    {
        AttributeShape.Document => document is { File.Length: > 0, Format.Length: > 0 } && document.Format.All(char.IsAsciiLetterOrDigit),
        AttributeShape.Number => value is { Texts: [{ Text: var text }] } && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        AttributeShape.Text => value is { Texts.Count: 1 },
        AttributeShape.Localised => value is { Texts.Count: > 0 },
        _ => false,
    };
}

/// <summary>An attribute of a packet: a value, or a document.</summary>
/// <param name="Schema">What the schema says of it.</param>
/// <param name="Value">The value.</param>
/// <param name="Document">The document.</param>
internal sealed record PacketAttribute(SchemaAttribute Schema, FieldValue? Value, PacketDocument? Document)
{
    /// <summary>Its name.</summary>
    public string Name => Schema.Name;

    /// <summary>Without the value.</summary>
    public override string ToString() => nameof(PacketAttribute);
}
