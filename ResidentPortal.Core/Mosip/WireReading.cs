using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ResidentPortal.Core.Mosip;

/// <summary>Members of the platform's JSON, read without trust: what is absent or of another type is null, never an exception.</summary>
internal static class WireReading
{
    /// <summary>A member of an object; null where there is none, or it is null.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

    /// <summary>A text, or the digits of a number: the platform changes its mind about which.</summary>
    public static string? Text(this JsonElement element, string name) => element.Member(name)?.Text();

    /// <summary>The element itself as text.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    /// <summary>A truth value.</summary>
    public static bool? Flag(this JsonElement element, string name) => element.Member(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A whole number, also one written as text.</summary>
    public static long? Whole(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>How many: a whole number that is not below 0.</summary>
    public static int? Count(this JsonElement element, string name) => element.Whole(name) is >= 0 and <= int.MaxValue and var count ? (int)count : null;

    /// <summary>A list.</summary>
    public static IReadOnlyList<JsonElement>? Items(this JsonElement element, string name) => element.Member(name)?.Items();

    /// <summary>The element itself as a list.</summary>
    public static IReadOnlyList<JsonElement>? Items(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Array ? [.. element.EnumerateArray()] : null;

    /// <summary>
    /// Bytes in base64: the platform mixes the plain alphabet with the one for addresses, and pads or does not. Files of megabytes come this way: they are read where they
    /// lie, without a string between, and into an array that has room for more in front where the caller wants some.
    /// </summary>
    public static byte[]? Bytes(this JsonElement element, string name, int room = 0)
    {
        if (element.Member(name) is not { ValueKind: JsonValueKind.String } member)
        {
            return null;
        }

        var raw = JsonMarshal.GetRawUtf8Value(member)[1..^1];
        var text = raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(member.GetString()!) : raw;
        var rented = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            text.CopyTo(rented);
            return Decode(rented.AsSpan(0, text.Length), room);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static byte[]? Decode(Span<byte> text, int room)
    {
        text.Replace((byte)'+', (byte)'-');
        text.Replace((byte)'/', (byte)'_');
        var unpadded = text.TrimEnd(" \t\r\n"u8).TrimEnd((byte)'=');
        if (!Base64Url.IsValid(unpadded, out var length))
        {
            return null;
        }

        var bytes = new byte[room + length];
        Base64Url.DecodeFromUtf8(unpadded, bytes.AsSpan(room));
        return bytes;
    }

    /// <summary>A time; the platform's times without a zone are UTC.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } member
        && DateTimeOffset.TryParse(member.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
