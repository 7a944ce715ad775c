using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>Master data's location hierarchy, each place and each list of places kept for a while by language.</summary>
internal sealed class PlaceTree(MosipCall call, IMasterDataApi api, IOptions<MosipOptions> options, TimeProvider clock)
{
    private readonly KeptLists<(string Code, string Language), Place> _places = new(options, clock);
    private readonly KeptLists<(string Parent, string Language), Place> _below = new(options, clock);

    /// <summary>The active places right below a place; none where there is no such place.</summary>
    public Task<Outcome<IReadOnlyList<Place>>> BelowAsync(string parent, string language, CancellationToken cancellationToken) => PlaceCode.IsOne(parent)
        ? _below.GetAsync((parent, language), () => ListAsync(parent, language), cancellationToken)
        : Task.FromResult<Outcome<IReadOnlyList<Place>>>(Array.Empty<Place>());

    /// <summary>A place, as a list of one; empty where there is no such place.</summary>
    public Task<Outcome<IReadOnlyList<Place>>> FindAsync(string code, string language, CancellationToken cancellationToken) => PlaceCode.IsOne(code)
        ? _places.GetAsync((code, language), () => FetchAsync(code, language), cancellationToken)
        : Task.FromResult<Outcome<IReadOnlyList<Place>>>(Array.Empty<Place>());

    private Task<Outcome<IReadOnlyList<Place>>> ListAsync(string parent, string language) => call.AskAsync<IReadOnlyList<Place>>(
        MasterDataOperations.ListPlaces,
        (cookie, attempt) => api.ListPlacesAsync(cookie, parent, language, attempt),
        response => response.Items("locations") is { } items ? items.Select(Read).OfType<Place>().DistinctBy(place => place.Code, StringComparer.Ordinal).ToList() : MosipProblems.Unusable,
        CancellationToken.None);

    private Task<Outcome<IReadOnlyList<Place>>> FetchAsync(string code, string language) => call.AskAsync<IReadOnlyList<Place>>(
        MasterDataOperations.FindLocation,
        (cookie, attempt) => api.FindLocationAsync(cookie, code, language, attempt),
        response => Read(response) is { } place ? new List<Place> { place } : MosipProblems.Unusable,
        CancellationToken.None);

    private static Place? Read(JsonElement item) => item.Flag("isActive") is not false && item.Text("code")?.Trim() is { Length: > 0 } code && item.Text("name")?.Trim() is { Length: > 0 } name
        ? new Place(code, name, item.Count("hierarchyLevel") ?? int.MaxValue, item.Text("hierarchyName"), item.Text("parentLocCode")?.Trim() is { Length: > 0 } parent ? parent : null)
        : null;
}
