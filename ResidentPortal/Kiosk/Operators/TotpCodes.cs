using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>The codes of an app on the operator's phone (TOTP, RFC 6238): six digits, new every half minute.</summary>
internal static class TotpCodes
{
    /// <summary>How many digits a code has.</summary>
    public const int Length = 6;

    private const int KeySize = 20;
    private const int Modulus = 1_000_000;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>A new key, in the letters that apps take (base32).</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Letters, KeySize * 8 / 5);

    /// <summary>The half minute of a moment.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Period.TotalSeconds;

    /// <summary>The half minute whose code this is, the present one or one beside it, so that clocks may differ a little; null where it is none of them.</summary>
    public static long? StepOf(string key, string? code, DateTimeOffset now)
    {
        var step = StepAt(now);
        var typed = Encoding.UTF8.GetBytes(code ?? string.Empty);
        long? found = null;
        foreach (var near in (long[])[step - 1, step, step + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(At(key, near)), typed))
            {
                found = near;
            }
        }

        return found;
    }

    /// <summary>The code of a half minute.</summary>
    public static string At(string key, long step)
    {
        var moment = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(moment, step);
#pragma warning disable CA5350 // What the apps compute; HMAC leans on nothing that SHA-1 has lost.
        var hash = HMACSHA1.HashData(Decode(key), moment);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & 0x7FFFFFFF) % Modulus;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The address that an app reads from the picture.</summary>
    public static string AddressOf(string key, string issuer, string number) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(number)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}";

    /// <summary>The key in groups of four, for typing.</summary>
    public static string InGroups(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    private static byte[] Decode(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        for (int i = 0, bits = 0, held = 0, next = 0; i < key.Length; i++)
        {
            held = (held << 5) | Letters.IndexOf(key[i], StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[next++] = (byte)(held >> bits);
                held &= (1 << bits) - 1;
            }
        }

        return bytes;
    }
}
