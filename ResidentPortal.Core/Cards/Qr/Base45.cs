using System.Buffers;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>Base45 (RFC 9285): bytes as the 45 letters that the alphanumeric mode of a QR code packs tightly, three for every two bytes.</summary>
internal static class Base45
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int Radix = 45;

    /// <summary>The text of bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new ArrayBufferWriter<char>((bytes.Length / 2 * 3) + 2);
        for (; bytes.Length >= 2; bytes = bytes[2..])
        {
            var number = (bytes[0] << 8) | bytes[1];
            text.Write([Letters[number % Radix], Letters[number / Radix % Radix], Letters[number / (Radix * Radix)]]);
        }

        if (bytes.Length == 1)
        {
            text.Write([Letters[bytes[0] % Radix], Letters[bytes[0] / Radix]]);
        }

        return new string(text.WrittenSpan);
    }

    /// <summary>The bytes of a text; null where it is not Base45.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 3 == 1)
        {
            return null;
        }

        var bytes = new byte[(text.Length / 3 * 2) + (text.Length % 3 / 2)];
        var written = 0;
        for (; text.Length > 0; text = text[Math.Min(3, text.Length)..])
        {
            var isWhole = text.Length >= 3;
            var number = Number(text[..(isWhole ? 3 : 2)]);
            if (number > (isWhole ? ushort.MaxValue : byte.MaxValue))
            {
                return null;
            }

            if (isWhole)
            {
                bytes[written++] = (byte)(number >> 8);
            }

            bytes[written++] = (byte)number;
        }

        return bytes;
    }

    /// <summary>The number that letters stand for, the first of them the least; larger than any where one of them is none of the 45.</summary>
    private static int Number(ReadOnlySpan<char> letters)
    {
        var number = 0;
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            var digit = Letters.IndexOf(letters[i], StringComparison.Ordinal);
            if (digit < 0)
            {
                return int.MaxValue;
            }

            number = (number * Radix) + digit;
        }

        return number;
    }
}
