using Microsoft.Extensions.Options;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>The papers that are taken, over the wire.</summary>
internal sealed class MosipPapers(ChoiceLists lists, IOptions<MosipOptions> options) : IPapers
{
    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<PaperCategory>>> ListAsync(string language, CancellationToken cancellationToken)
    {
        var listed = await options.Value.InAnyAsync(language, spoken => lists.DocumentsAsync(spoken, cancellationToken));
        return listed.Then<IReadOnlyList<PaperCategory>>(categories => [.. categories.Select(category => new PaperCategory(category.Name, [.. category.Types.Select(type => type.Label)]))]);
    }
}
