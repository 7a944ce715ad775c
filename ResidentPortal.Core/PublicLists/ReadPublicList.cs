using System.Text.Json;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.PublicLists;

/// <summary>Reads a public list of the platform as it is, for clients that know its shape (MOSIP Resident Services' proxies to master data and configuration).</summary>
public sealed class ReadPublicList(IPublicLists lists)
{
    /// <summary>The platform's document. Problems: those of <see cref="PublicListProblems"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<JsonElement>> ExecuteAsync(PublicList list, CancellationToken cancellationToken = default) =>
        list.IsSound ? await lists.ReadAsync(list, cancellationToken) : PublicListProblems.Unsound;
}
