using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Judges what stands in a packet by the country's ID schema, as the packet validator does.</summary>
internal static class PacketRules
{
    /// <summary>Refuses a packet that breaks the schema. The texts name attributes, never values.</summary>
    internal static void Check(ReceivedPacket packet, Func<string, bool> isKnown)
    {
        foreach (var (name, value) in packet.Attributes)
        {
            var field = IdSchema.Find(name) ?? throw Fault($"attribute {name} is not in the schema");
            if (!HasShape(field, value))
            {
                throw Fault($"attribute {name} has another shape in the schema");
            }

            if (!Texts(field, value).All(field.Takes))
            {
                throw Fault($"attribute {name} breaks its validators");
            }
        }

        if (packet.Attributes.GetValueOrDefault("IDSchemaVersion") is not { } version || version.ToString() is not IdSchema.Version)
        {
            throw Fault("schema version");
        }

        if (packet.Uin is not { } uin || !isKnown(uin))
        {
            throw Fault("UIN");
        }

        CheckDocuments(packet);
        if (packet.Changes.Count == 0 != packet.Process is ReceivedPacket.Reprint)
        {
            throw Fault("nothing to change, or something in a reprint");
        }
    }

    /// <summary>The texts of a value.</summary>
    internal static IEnumerable<string> Texts(SchemaField field, JsonNode value) => field.Shape switch
    {
        SchemaShape.Text => [value.ToString()],
        SchemaShape.Simple => value.AsArray().Select(item => Json.Text(item as JsonObject, "value")!),
        _ => [],
    };

    internal static PlatformException Fault(string what) => new("RPR-PKR-004", $"Packet Validation Failed: {what}");

    private static void CheckDocuments(ReceivedPacket packet)
    {
        var named = packet.Attributes.Keys.Where(name => IdSchema.Find(name)!.Shape is SchemaShape.Document).Order(StringComparer.Ordinal);
        if (!named.SequenceEqual(packet.Documents.Select(document => document.Field).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            throw Fault("a document is missing, or not named");
        }

        if (packet.Documents.FirstOrDefault(document => document.Size == 0 || packet.Attributes[document.Field] is not JsonObject about
            || !string.Equals(Json.Text(about, "type"), document.Type, StringComparison.Ordinal)
            || !string.Equals(Json.Text(about, "format"), document.Format, StringComparison.Ordinal)) is { } wrong)
        {
            throw Fault($"document {wrong.Field}");
        }
    }

    private static bool HasShape(SchemaField field, JsonNode value) => field.Shape switch
    {
        SchemaShape.Text => value.GetValueKind() is JsonValueKind.String,
        SchemaShape.Number => value.GetValueKind() is JsonValueKind.Number,
        SchemaShape.Simple => value is JsonArray { Count: > 0 } items
            && items.All(item => item is JsonObject { Count: 2 } one && Json.Text(one, "language") is { Length: 3 } && Json.Text(one, "value") is not null),
        _ => value is JsonObject,
    };
}
