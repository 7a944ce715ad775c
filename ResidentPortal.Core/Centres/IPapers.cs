using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>The papers that the country takes (MOSIP master data, <c>/validdocuments</c>), kept for a day.</summary>
public interface IPapers
{
    /// <summary>All categories with their types, in a language or in the country's own. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<IReadOnlyList<PaperCategory>>> ListAsync(string language, CancellationToken cancellationToken);
}

/// <summary>What papers of a category prove, and which are taken.</summary>
/// <param name="Name">What they prove, <c>Proof of address</c>.</param>
/// <param name="Types">The papers.</param>
public sealed record PaperCategory(string Name, IReadOnlyList<string> Types);
