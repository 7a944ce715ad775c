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

    /// <summary>Bytes in base64: the platform mixes the plain alphabet with the one for addresses, and pads or does not.</summary>
    public static byte[]? Bytes(this JsonElement element, string name)
    {
        if (element.Member(name) is not { ValueKind: JsonValueKind.String } member)
        {
            return null;
        }

        // Files of megabytes come this way: read where they lie, without a string between.
        var raw = JsonMarshal.GetRawUtf8Value(member)[1..^1];
        var text = raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(member.GetString()!) : raw.ToArray();
        text.AsSpan().Replace((byte)'+', (byte)'-');
        text.AsSpan().Replace((byte)'/', (byte)'_');
        var unpadded = text.AsSpan().TrimEnd(" \t\r\n"u8).TrimEnd((byte)'=');
        return Base64Url.IsValid(unpadded) ? Base64Url.DecodeFromUtf8(unpadded) : null;
    }

    /// <summary>A time; the platform's times without a zone are UTC.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } member
        && DateTimeOffset.TryParse(member.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
