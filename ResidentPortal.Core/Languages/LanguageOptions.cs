namespace ResidentPortal.Core.Languages;

/// <summary>Which languages a deployment offers (section <c>Portal</c>).</summary>
public sealed class LanguageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal";

    /// <summary>Tags of BCP 47 (<c>en</c>, <c>am</c>), in the order of the language switch; without any all that are not drafts, in development all.</summary>
    public IList<string> Languages { get; } = [];
}
