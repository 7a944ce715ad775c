using System.IO.Compression;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>The text of a card's QR code: the signed message as a zlib stream (RFC 1950) in Base45.</summary>
internal static class CardText
{
    private const int LongestText = 4000;
    private const int LongestMessage = 16 * 1024;

    /// <summary>Deflate with a window of 32 KB: the first byte of every zlib stream that is in use.</summary>
    private const byte ZlibStart = 0x78;

    /// <summary>The text of a message.</summary>
    public static string Write(ReadOnlySpan<byte> message)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(message);
        }

        return Base45.Encode(packed.ToArray());
    }

    /// <summary>
    /// The message in a text as people paste it and hand scanners type it: in small letters, broken into lines, with spaces around it. Null where it is
    /// none, or larger than any card's.
    /// </summary>
    public static byte[]? Read(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        // A space is one of the 45 letters, but no zlib stream begins with one and no text ends with one.
        var whole = string.Concat(text.Where(letter => letter is not ('\r' or '\n' or '\t'))).Trim(' ').ToUpperInvariant();
        return Base45.Decode(whole) is [ZlibStart, ..] packed ? Unpack(packed) : null;
    }

    private static byte[]? Unpack(byte[] packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var message = new byte[LongestMessage + 1];
            var length = zlib.ReadAtLeast(message, message.Length, throwOnEndOfStream: false);
            return length <= LongestMessage ? message[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
