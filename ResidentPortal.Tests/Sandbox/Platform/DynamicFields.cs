namespace ResidentPortal.Sandbox;

/// <summary>The dynamic fields of master data: codes and their words.</summary>
public static class DynamicFields
{
    /// <summary>The languages, each by its own name.</summary>
    public static IReadOnlyList<(string Code, string Word)> Languages { get; } = [("eng", "English"), ("fra", "Français"), ("ara", "العربية")];

    /// <summary>The genders in a language.</summary>
    public static IReadOnlyList<(string Code, string Word)> Genders(string language) =>
        [.. new[] { true, false }.Select(isFemale => (IdentityWords.GenderCode(isFemale), IdentityWords.Gender(language, isFemale)))];

    /// <summary>The values of a field in a language; null for a field that is none. The older platform keeps the genders in a table of their own alone.</summary>
    public static IReadOnlyList<(string Code, string Word)>? Values(string field, string language, SandboxProfile profile) => field switch
    {
        "gender" when profile is SandboxProfile.V1_3 => Genders(language),
        "preferredLang" => Languages,
        _ => null,
    };
}
