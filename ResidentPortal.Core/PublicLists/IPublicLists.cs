using System.Text.Json;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.PublicLists;

/// <summary>The platform's public lists as they are (MOSIP master data and config server), kept for a while. Nothing of a resident passes here.</summary>
public interface IPublicLists
{
    /// <summary>What the platform keeps of its country in settings of its own.</summary>
    CountrySettings Country { get; }

    /// <summary>The platform's document. Problems: <see cref="PublicListProblems.Refused"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<JsonElement>> ReadAsync(PublicList list, CancellationToken cancellationToken);
}

/// <summary>What a platform keeps of its country in settings.</summary>
/// <param name="Languages">The codes of the languages that identities are recorded in, the country's own first.</param>
/// <param name="LocationRoot">The place whose immediate children are the first to choose from in an address.</param>
public sealed record CountrySettings(IReadOnlyList<string> Languages, string LocationRoot);
