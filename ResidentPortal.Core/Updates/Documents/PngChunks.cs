using System.Buffers.Binary;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>Walks through the chunks of a PNG file (ISO/IEC 15948, 5.3) without decoding it.</summary>
internal static class PngChunks
{
    private const int Signature = 8;
    private const int Frame = 12; // length, name, checksum
    private const int Name = 4;

    /// <summary>The same picture with the chunks that draw it and no others: texts, profiles and times never reach a decoder. Null where it has no end.</summary>
    public static byte[]? WithoutNotes(ReadOnlySpan<byte> file)
    {
        using var bare = new MemoryStream(file.Length);
        bare.Write(file[..Signature]);
        for (var rest = file[Signature..]; rest.Length >= Frame;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame)
            {
                return null;
            }

            var chunk = rest[..((int)length + Frame)];
            var name = chunk.Slice(Name, Name);
            if (name.SequenceEqual("IHDR"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("IDAT"u8))
            {
                bare.Write(chunk);
            }
            else if (name.SequenceEqual("IEND"u8))
            {
                bare.Write(chunk);
                return bare.ToArray();
            }

            rest = rest[chunk.Length..];
        }

        return null;
    }
}
