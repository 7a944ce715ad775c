namespace ResidentPortal.Core.Profile;

/// <summary>A contact as its owner recognises it and nobody else learns it.</summary>
public static class ContactMask
{
    private const int ShownOfPhone = 4;

    /// <summary>The last four digits of a phone; null where there is none.</summary>
    public static string? Phone(string? phone) => phone is { Length: > ShownOfPhone } ? new string('•', phone.Length - ShownOfPhone) + phone[^ShownOfPhone..] : phone is null ? null : new string('•', phone.Length);

    /// <summary>The first letter and the domain of an e-mail address: enough to recognise one's own. Null where there is none.</summary>
    public static string? Email(string? email)
    {
        var at = email?.LastIndexOf('@') ?? -1;
        return at < 1 ? null : $"{email!.EnumerateRunes().First()}{new string('•', 5)}{email[at..]}";
    }
}
