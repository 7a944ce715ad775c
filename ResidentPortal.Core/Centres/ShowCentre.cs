using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>Shows one registration centre with its days and holidays.</summary>
public sealed class ShowCentre(ICentres centres, CentreDirectory directory)
{
    /// <summary>The centre. Problems: <see cref="CommonProblems.NotFound"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CentreFacts>> ExecuteAsync(string id, string language, CancellationToken cancellationToken) =>
        (await centres.FindAsync(id, language, cancellationToken)).Try(out var centre, out var problem) ? await directory.FactsAsync(centre, language, from: null, cancellationToken) : problem;
}
