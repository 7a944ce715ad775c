using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>Tells anybody which papers are taken for what.</summary>
public sealed class ListPapers(IPapers papers)
{
    /// <summary>The categories that have papers. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyList<PaperCategory>>> ExecuteAsync(string language, CancellationToken cancellationToken)
    {
        var listed = await papers.ListAsync(language, cancellationToken);
        return listed.Then<IReadOnlyList<PaperCategory>>(categories => [.. categories.Where(category => category.Types.Count > 0)]);
    }
}
