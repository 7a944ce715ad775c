using System.Text;

namespace ResidentPortal.Api.SignIn;

/// <summary>The address of a client as it stands in a path: base64, with the signs of either alphabet, padded or not.</summary>
internal static class ReturnAddress
{
    private const int Longest = 2000;

    /// <summary>The address; null where the text is none.</summary>
    public static string? Read(string? text)
    {
        if (text is not { Length: > 0 and <= Longest })
        {
            return null;
        }

        var plain = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        var bytes = new byte[plain.Length];
        return Convert.TryFromBase64String(plain.PadRight((plain.Length + 3) / 4 * 4, '='), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
