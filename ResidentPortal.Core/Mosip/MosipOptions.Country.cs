namespace ResidentPortal.Core.Mosip;

/// <content>What the platform keeps of its country in settings of its own, which no service tells.</content>
public sealed partial class MosipOptions
{
    /// <summary>The languages that identities are recorded in, by MOSIP's codes with commas between them; the country's own first (<c>mosip.mandatory-languages</c> and <c>mosip.optional-languages</c>).</summary>
    public string Languages { get; set; } = "eng,ara,fra";

    /// <summary>The place whose immediate children are the first to choose from in an address.</summary>
    public string LocationRoot { get; set; } = "MOR";

    /// <summary>
    /// The attributes that hold papers, each with the code of its category in master data, as <c>identity-mapping.json</c> has them under <c>documents</c>.
    /// </summary>
    public string UpdateDocuments { get; set; } = "proofOfIdentity:POI,proofOfAddress:POA,proofOfRelationship:POR,proofOfDateOfBirth:POB,proofOfException:POE";

    /// <summary>How long the ID schema and the form of updates are kept.</summary>
    public TimeSpan FormLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The codes in <see cref="Languages"/>.</summary>
    internal IReadOnlyList<string> LanguageCodes => Split(Languages);

    /// <summary>The pairs in <see cref="UpdateDocuments"/>; a part that is none has no category.</summary>
    internal IReadOnlyList<(string Attribute, string? Category)> DocumentCategories =>
        [.. Split(UpdateDocuments).Select(pair => pair.Split(':', StringSplitOptions.TrimEntries)).Select(pair => (pair[0], pair is [_, { Length: > 0 } category] ? category : null))];

    /// <summary>Whether the ID repository lets residents' software see and discard drafts, and counts changes (from 1.2.1).</summary>
    internal bool HasDrafts => ParseVersion(PlatformVersion) >= new Version(1, 2, 1);

    /// <summary>The parts of a setting between its commas.</summary>
    internal static string[] Split(string setting) => setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
