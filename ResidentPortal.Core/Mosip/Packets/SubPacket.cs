using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ResidentPortal.Core.Mosip.SyncData;
using ResidentPortal.Core.Packets;

namespace ResidentPortal.Core.Mosip.Packets;

/// <summary>
/// A sub-packet, as MOSIP's packet writer makes it: a plain zip with <c>ID.json</c>, the documents, their hash and the meta data, in the main one the operations too. The
/// same content, RID and time make the same bytes.
/// </summary>
internal static class SubPacket
{
    /// <summary>The plain zip.</summary>
    public static ReadOnlyMemory<byte> Zip(PacketContent content, PacketStamp stamp, string part)
    {
        var attributes = content.In(part);
        var documents = attributes.Select(attribute => attribute.Document).OfType<PacketDocument>().ToList();
        var (identity, isMain) = (PacketJson.Identity(attributes, content.Packet.Language), part is SchemaAttribute.MainPart);
        List<PacketFile> files =
        [
            .. documents.Select(document => new PacketFile($"{document.Field}.{document.Format}", document.File, IsText: false)),
            Text("ID.json", identity),
            Text("packet_data_hash.txt", Hash([.. documents.Select(document => document.File), identity])),
        ];
        if (isMain)
        {
            var audits = PacketJson.Audits(stamp);
            files.AddRange([Text("audit.json", audits), Text("packet_operations_hash.txt", Hash(audits))]);
        }

        files.Add(Text("packet_meta_info.json", PacketJson.Meta(content, stamp, documents, isMain)));
        return stamp.Zip(files);
    }

    /// <summary>The two files that a container holds of it: encrypted, and how it is opened and checked.</summary>
    public static IReadOnlyList<PacketFile> Sealed(PacketStamp stamp, string part, string schemaVersion, byte[] encrypted, byte[] signature)
    {
        var path = $"{PacketStamp.Source}/{stamp.ProcessWord}/{stamp.Id}_{part}";
        var about = PacketJson.About(stamp, part, schemaVersion, Base64Url.EncodeToString(signature), Base64Url.EncodeToString(SHA256.HashData(encrypted)));
        return [new PacketFile($"{path}.zip", encrypted, IsText: false), Text($"{path}.json", about)];
    }

    private static PacketFile Text(string name, byte[] bytes) => new(name, bytes, IsText: true);

    private static byte[] Hash(params IReadOnlyList<byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(file);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexString(hash.GetHashAndReset()));
    }
}
