using System.Formats.Cbor;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>Maps whose keys are numbers, as tokens and claims are (RFC 8392).</summary>
internal static class CborMap
{
    /// <summary>Reads a map, handing over each key that is a number: whoever takes it reads its value. Other keys are passed over.</summary>
    public static void Read(CborReader reader, Action<long> readValue)
    {
        // The reader's own strict mode forgets the keys that stand before a nested map.
        var seen = new HashSet<long>();
        reader.ReadStartMap();
        while (reader.PeekState() is not CborReaderState.EndMap)
        {
            if (reader.PeekState() is CborReaderState.UnsignedInteger)
            {
                var key = reader.ReadInt64();
                if (!seen.Add(key))
                {
                    throw new CborContentException("A key stands twice.");
                }

                readValue(key);
            }
            else
            {
                reader.SkipValue();
                reader.SkipValue();
            }
        }

        reader.ReadEndMap();
    }

    /// <summary>Writes a key and a text.</summary>
    public static void Write(CborWriter writer, int key, string value)
    {
        writer.WriteInt32(key);
        writer.WriteTextString(value);
    }

    /// <summary>Writes a key and a number.</summary>
    public static void Write(CborWriter writer, int key, long value)
    {
        writer.WriteInt32(key);
        writer.WriteInt64(value);
    }
}
