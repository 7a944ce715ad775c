using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ResidentPortal.Core.Packets;

namespace ResidentPortal.Core.Mosip.Packets;

/// <summary>The JSON files in the sub-packets of a packet, by the names and members of MOSIP's packet writer.</summary>
internal static class PacketJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>ID.json</c>: the attributes of a sub-packet.</summary>
    public static byte[] Identity(IEnumerable<PacketAttribute> attributes, string language) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("identity");
        foreach (var attribute in attributes)
        {
            json.WritePropertyName(attribute.Name);
            Value(json, attribute, language);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary><c>audit.json</c>: that the packet was made.</summary>
    public static byte[] Audits(PacketStamp stamp) => Write(json =>
    {
        json.WriteStartArray();
        Members(
            json,
            ("uuid", new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(stamp.Id)).AsSpan(0, 16)).ToString()),
            ("createdAt", stamp.Time),
            ("eventId", "RPR_405"),
            ("eventName", "Packet created"),
            ("eventType", "USER"),
            ("actionTimeStamp", stamp.Time),
            ("hostName", "resident-portal"),
            ("hostIp", "0.0.0.0"),
            ("applicationId", "MOSIP_1"),
            ("applicationName", "REGISTRATION"),
            ("sessionUserId", "mosip"),
            ("sessionUserName", "Registration"),
            ("id", stamp.Id),
            ("idType", "REGISTRATION_ID"),
            ("createdBy", "Packet_Generator"),
            ("moduleName", "REQUEST_HANDLER_SERVICE"),
            ("moduleId", "REG - MOD - 119"),
            ("description", "Packet created by the resident"));
        json.WriteEndArray();
    });

    /// <summary>
    /// <c>packet_meta_info.json</c>: who made the packet, what it is for, and in which order its files were hashed. MOSIP's own portal swaps the labels
    /// <c>REGISTRATIONTYPE</c> and <c>uin</c>; here they hold what they say.
    /// </summary>
    public static byte[] Meta(PacketContent content, PacketStamp stamp, IReadOnlyList<PacketDocument> documents, bool hasOperations) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("identity");
        Labels(json, content.Packet, stamp);
        json.WriteString("registrationId", stamp.Id);
        json.WriteString("creationDate", stamp.Time);
        foreach (var document in documents)
        {
            json.WriteString(document.Field, document.Type);
        }

        Sequence(json, "hashSequence1", "demographicSequence", [.. documents.Select(document => document.Field), "ID"]);
        Sequence(json, "hashSequence2", "otherFiles", hasOperations ? ["audit"] : []);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary><c>{RID}_{part}.json</c>: how an encrypted sub-packet is opened and checked.</summary>
    public static byte[] About(PacketStamp stamp, string part, string schemaVersion, string signature, string encryptedHash) => Write(json => Members(
        json,
        ("id", stamp.Id),
        ("packetname", $"{stamp.Id}_{part}"),
        ("source", PacketStamp.Source),
        ("process", stamp.ProcessWord),
        ("refid", stamp.Machine),
        ("schemaversion", schemaVersion),
        ("signature", signature),
        ("encryptedhash", encryptedHash),
        ("providername", "PacketWriterImpl"),
        ("providerversion", "v1.0"),
        ("creationdate", stamp.Time)));

    private static void Value(Utf8JsonWriter json, PacketAttribute attribute, string language)
    {
        switch (attribute)
        {
            case { Document: { } document }:
                json.WriteStartObject();
                json.WriteString("value", attribute.Name);
                json.WriteString("type", document.Type);
                json.WriteString("format", document.Format);
                json.WriteNull("refNumber");
                json.WriteEndObject();
                break;
            case { Schema.Shape: SyncData.AttributeShape.Localised, Value: { } value }:
                json.WriteStartArray();
                foreach (var text in value.Texts)
                {
                    Members(json, ("language", text.Language ?? language), ("value", text.Text));
                }

                json.WriteEndArray();
                break;
            case { Schema.Shape: SyncData.AttributeShape.Number, Value: { } value }:
                json.WriteRawValue(value.Texts[0].Text);
                break;
            default:
                json.WriteStringValue(attribute.Value!.Texts[0].Text);
                break;
        }
    }

    private static void Labels(Utf8JsonWriter json, Packet packet, PacketStamp stamp)
    {
        json.WriteStartArray("metaData");
        Label(json, "centerId", stamp.Centre);
        Label(json, "machineId", stamp.MachineId);
        Label(json, "REGISTRATIONTYPE", stamp.ProcessWord);
        Label(json, "uin", packet.Uin.Reveal());
        if (packet.Process is PacketProcess.Reprint)
        {
            Label(json, "CARDTYPE", packet.IsMasked ? "MASKED_UIN" : "UIN");
        }

        json.WriteEndArray();
    }

    private static void Label(Utf8JsonWriter json, string label, string value) => Members(json, ("label", label), ("value", value));

    private static void Sequence(Utf8JsonWriter json, string name, string label, IReadOnlyList<string> files)
    {
        json.WriteStartArray(name);
        if (files.Count > 0)
        {
            json.WriteStartObject();
            json.WriteString("label", label);
            json.WriteStartArray("value");
            foreach (var file in files)
            {
                json.WriteStringValue(file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Members(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string Value)> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            write(json);
        }

        return stream.ToArray();
    }
}
