namespace ResidentPortal.Sandbox;

/// <summary>How ID authentication masks the contacts in the answer to an OTP request.</summary>
public static class Masks
{
    /// <summary>Hides the characters from the first up to and including the middle one.</summary>
    public static string Phone(string phone)
    {
        var hidden = Math.Min(phone.Length, (phone.Length / 2) + 1);
        return new string('X', hidden) + phone[hidden..];
    }

    /// <summary>Shows every third character before the @ and the whole domain.</summary>
    public static string Email(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return string.Concat(email.Select((c, i) => i >= at || (i + 1) % 3 == 0 ? c : 'X'));
    }
}
