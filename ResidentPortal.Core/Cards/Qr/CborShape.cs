using System.Formats.Cbor;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>The shape of foreign CBOR (RFC 8949), judged before anything in it is read.</summary>
internal static class CborShape
{
    private const int Deepest = 8;

    /// <summary>Whether it is one whole value with nothing behind it, nested no deeper than a card ever is.</summary>
    public static bool IsSound(ReadOnlyMemory<byte> cbor)
    {
        var reader = new CborReader(cbor, CborConformanceMode.Strict);
        try
        {
            while (reader.PeekState() is var state and not CborReaderState.Finished)
            {
                Step(reader, state);
                if (reader.CurrentDepth > Deepest)
                {
                    return false;
                }
            }

            return reader.BytesRemaining == 0;
        }
        catch (Exception fault) when (fault is CborContentException or InvalidOperationException)
        {
            // The second is what the reader says of the three reserved bytes of simple values (FC to FE).
            return false;
        }
    }

    private static void Step(CborReader reader, CborReaderState state)
    {
        switch (state)
        {
            case CborReaderState.StartMap:
                reader.ReadStartMap();
                break;
            case CborReaderState.EndMap:
                reader.ReadEndMap();
                break;
            case CborReaderState.StartArray:
                reader.ReadStartArray();
                break;
            case CborReaderState.EndArray:
                reader.ReadEndArray();
                break;
            case CborReaderState.Tag:
                reader.ReadTag();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }
}
