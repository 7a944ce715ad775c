namespace ResidentPortal.Api.Updates;

/// <summary>Bytes as the wire writes them: base64 in the ordinary alphabet or that for addresses, with or without padding.</summary>
internal static class Base64Text
{
    private const int Group = 4;

    /// <summary>The bytes; null where the text is none.</summary>
    public static byte[]? Read(string? text)
    {
        var plain = (text ?? string.Empty).Trim().TrimEnd('=').Replace('-', '+').Replace('_', '/');
        var bytes = new byte[(plain.Length * 3 / Group) + 3];
        return Convert.TryFromBase64String(plain.PadRight((plain.Length + Group - 1) / Group * Group, '='), bytes, out var length) ? bytes[..length] : null;
    }
}
