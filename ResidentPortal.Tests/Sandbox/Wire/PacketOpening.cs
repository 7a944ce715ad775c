using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Opens an uploaded packet as the registration processor does: container, sub-packets, signatures, hashes, meta data. The texts of faults name files, never values.</summary>
internal sealed class PacketOpening(MachineKeys keys, MachineRegister machines, AnnouncedPacket announced)
{
    private static readonly string[] Parts = ["id", "evidence", "optional"];

    private readonly string _machine = $"{announced.Rid[..5]}_{announced.Rid[5..10]}";
    private readonly Dictionary<string, JsonNode> _attributes = new(StringComparer.Ordinal);
    private readonly List<ReceivedDocument> _documents = [];
    private string? _cardType;

    /// <summary>What is in the packet.</summary>
    internal ReceivedPacket Open(byte[] file)
    {
        if (machines.Find(announced.Rid[5..10]) is not { IsActive: true } machine || !string.Equals(machine.CentreId, announced.Rid[..5], StringComparison.Ordinal))
        {
            throw PacketRules.Fault("machine not known or not active");
        }

        var container = Unzip(Decrypt(file));
        var path = $"RESIDENT/{announced.Process}/{announced.Rid}_";
        RequireFiles(container, "container", Parts.SelectMany(part => new[] { $"{path}{part}.zip", $"{path}{part}.json" }));
        foreach (var part in Parts)
        {
            var encrypted = container[$"{path}{part}.zip"];
            var zip = Decrypt(encrypted);
            CheckAbout(Parse(container[$"{path}{part}.json"], part), part, encrypted, zip, machine.SignPublicKey);
            ReadPart(Unzip(zip), part);
        }

        return new ReceivedPacket(announced.Rid, announced.Process, _attributes) { Documents = _documents, CardType = _cardType };
    }

    private void CheckAbout(JsonObject about, string part, byte[] encrypted, byte[] zip, string publicKey)
    {
        (string Name, string Value)[] members =
        [
            ("id", announced.Rid), ("packetname", $"{announced.Rid}_{part}"), ("source", "RESIDENT"), ("process", announced.Process), ("refid", _machine),
            ("schemaversion", IdSchema.Version), ("providername", "PacketWriterImpl"), ("providerversion", "v1.0"),
            ("encryptedhash", Base64Url.EncodeToString(SHA256.HashData(encrypted))),
        ];
        if (members.FirstOrDefault(member => !string.Equals(Json.Text(about, member.Name), member.Value, StringComparison.Ordinal)) is { Name: { } wrong })
        {
            throw PacketRules.Fault($"{wrong} of sub-packet {part}");
        }

        if (Json.Text(about, "creationdate") is null || !MachineKeys.Verify(publicKey, zip, Base64Url.DecodeFromChars(Json.Text(about, "signature") ?? string.Empty)))
        {
            throw PacketRules.Fault($"signature of sub-packet {part}");
        }
    }

    private void ReadPart(Dictionary<string, byte[]> files, string part)
    {
        var identity = Parse(files.GetValueOrDefault("ID.json"), part)["identity"] as JsonObject ?? throw PacketRules.Fault($"ID.json of {part}");
        List<(string Name, string Path, byte[] File)> documents = [];
        foreach (var (name, value) in identity)
        {
            var field = IdSchema.Find(name) ?? throw PacketRules.Fault($"attribute {name} is not in the schema");
            if (!field.IsIn(part) || value is null)
            {
                throw PacketRules.Fault($"attribute {name} stands in sub-packet {part}");
            }

            _attributes[name] = value.DeepClone();
            if (field.Shape is SchemaShape.Document && value is JsonObject about)
            {
                var path = $"{name}.{Json.Text(about, "format")}";
                var file = files.GetValueOrDefault(path) ?? throw PacketRules.Fault($"document {name}");
                documents.Add((name, path, file));
                _documents.Add(new ReceivedDocument(name, Json.Text(about, "type") ?? "", Json.Text(about, "format") ?? "", file.Length));
            }
        }

        var isMain = part is "id";
        string[] operations = isMain ? ["audit.json", "packet_operations_hash.txt"] : [];
        RequireFiles(files, part, ["ID.json", "packet_data_hash.txt", "packet_meta_info.json", .. operations, .. documents.Select(document => document.Path)]);
        CheckHash(files["packet_data_hash.txt"], [.. documents.Select(document => document.File), files["ID.json"]], part);
        if (isMain)
        {
            CheckHash(files["packet_operations_hash.txt"], [files["audit.json"]], part);
            CheckAudits(files["audit.json"]);
        }

        CheckMeta(Parse(files["packet_meta_info.json"], part), [.. documents.Select(document => document.Name), "ID"], isMain);
    }

    private void CheckMeta(JsonObject meta, IReadOnlyList<string> sequence, bool isMain)
    {
        var about = meta["identity"] as JsonObject ?? throw PacketRules.Fault("meta data");
        var labels = (about["metaData"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(label => Json.Text(label, "label") ?? "", label => Json.Text(label, "value"), StringComparer.Ordinal);
        (string Label, string? Value)[] wanted =
        [
            ("centerId", announced.Rid[..5]), ("machineId", announced.Rid[5..10]), ("REGISTRATIONTYPE", announced.Process), ("uin", _attributes.GetValueOrDefault("UIN")?.ToString()),
        ];
        if (wanted.FirstOrDefault(label => !string.Equals(labels.GetValueOrDefault(label.Label), label.Value, StringComparison.Ordinal)) is { Label: { } wrong })
        {
            throw PacketRules.Fault($"label {wrong}");
        }

        if (!string.Equals(Json.Text(about, "registrationId"), announced.Rid, StringComparison.Ordinal) || Json.Text(about, "creationDate") is null
            || !Sequence(about, "hashSequence1").SequenceEqual(sequence, StringComparer.Ordinal)
            || !Sequence(about, "hashSequence2").SequenceEqual(isMain ? ["audit"] : [], StringComparer.Ordinal))
        {
            throw PacketRules.Fault("meta data");
        }

        _cardType = labels.GetValueOrDefault("CARDTYPE");
    }

    private void CheckAudits(byte[] file)
    {
        if (Try(() => JsonNode.Parse(file)) is not JsonArray { Count: > 0 } audits || audits.Any(audit => !string.Equals(Json.Text(audit as JsonObject, "id"), announced.Rid, StringComparison.Ordinal)))
        {
            throw PacketRules.Fault("audits");
        }
    }

    private static IEnumerable<string> Sequence(JsonObject about, string name) =>
        (about[name] as JsonArray ?? throw PacketRules.Fault(name)).OfType<JsonObject>().SelectMany(part => part["value"] as JsonArray ?? []).Select(item => item!.ToString());

    private static void CheckHash(byte[] hash, byte[][] files, string part)
    {
        if (!string.Equals(Encoding.ASCII.GetString(hash), Convert.ToHexString(SHA256.HashData(files.SelectMany(file => file).ToArray())), StringComparison.Ordinal))
        {
            throw PacketRules.Fault($"hash in sub-packet {part}");
        }
    }

    private static void RequireFiles(Dictionary<string, byte[]> files, string where, IEnumerable<string> names)
    {
        if (!files.Keys.Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            throw PacketRules.Fault($"files in {where}");
        }
    }

    private byte[] Decrypt(byte[] file) => Try(() => keys.Decrypt(_machine, file)) ?? throw new PlatformException("RPR-PKR-015", "Packet Decryption Failed");

    private static JsonObject Parse(byte[]? file, string where) => (file is null ? null : Try(() => JsonNode.Parse(file)) as JsonObject) ?? throw PacketRules.Fault($"a JSON file of {where}");

    private static Dictionary<string, byte[]> Unzip(byte[] zip) => Try(() =>
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
    }) ?? throw PacketRules.Fault("not a zip");

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private static T? Try<T>(Func<T> read)
        where T : class?
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }
}
