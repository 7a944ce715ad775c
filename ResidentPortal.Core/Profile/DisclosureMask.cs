namespace ResidentPortal.Core.Profile;

/// <summary>Masks values as the platform does before it hands them on: a number but for its last digits, a contact so that its owner recognises it.</summary>
public static class DisclosureMask
{
    private const char Hidden = 'X';
    private const int ShownOfNumber = 4;

    /// <summary>Whether there is a rule for it.</summary>
    public static bool IsFor(DisclosureMeaning meaning) => meaning is DisclosureMeaning.Number or DisclosureMeaning.Phone or DisclosureMeaning.Email;

    /// <summary>The value, masked.</summary>
    public static string Of(DisclosureMeaning meaning, string value) => meaning switch
    {
        DisclosureMeaning.Number => Hide(value, Math.Max(0, value.Length - ShownOfNumber)),
        DisclosureMeaning.Phone => Hide(value, Math.Min(value.Length, (value.Length / 2) + 1)),
        DisclosureMeaning.Email => Email(value),
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "has no rule."),
    };

    private static string Hide(string value, int first) => new string(Hidden, first) + value[first..];

    // Every third character before the at sign is shown, and the whole domain.
    private static string Email(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? new string(Hidden, value.Length) : string.Concat(value.Select((letter, place) => place >= at || (place + 1) % 3 == 0 ? letter : Hidden));
    }
}
