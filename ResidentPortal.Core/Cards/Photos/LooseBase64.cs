using System.Buffers;
using System.Buffers.Text;

namespace ResidentPortal.Core.Cards.Photos;

/// <summary>Base64 as the platform writes it (RFC 4648 §4 and §5): either alphabet, with or without padding, broken into lines or not.</summary>
internal static class LooseBase64
{
    /// <summary>The bytes of a text; null where it is not base64, or where they would be more than may be.</summary>
    public static byte[]? Decode(string text, int mostBytes)
    {
        // White space may come on top, but not without end.
        if (text.Length / 2 > mostBytes)
        {
            return null;
        }

        var letters = text.Replace('+', '-').Replace('/', '_');
        var bytes = new byte[Base64Url.GetMaxDecodedLength(letters.Length)];
        return Base64Url.DecodeFromChars(letters, bytes, out _, out var length) is OperationStatus.Done && length <= mostBytes ? bytes[..length] : null;
    }
}
