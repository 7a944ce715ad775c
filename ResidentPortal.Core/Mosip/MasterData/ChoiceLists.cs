using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>
/// What may be chosen, by master data: the values of a dynamic field, the places below a place, the types of documents. Each list is kept for a while by language;
/// what is inactive is left out, and what the platform does not have is an empty list.
/// </summary>
internal sealed class ChoiceLists(MosipCall call, IMasterDataApi api, IOptions<MosipOptions> options, TimeProvider clock)
{
    /// <summary>The dynamic field of genders.</summary>
    public const string GenderField = "gender";

    private readonly ConcurrentDictionary<(string Field, string Language), Kept<IReadOnlyList<FieldChoice>>> _fields = new();
    private readonly ConcurrentDictionary<(string Parent, string Language), Kept<IReadOnlyList<Entry>>> _places = new();
    private readonly ConcurrentDictionary<string, Kept<IReadOnlyList<Entry>>> _documents = new(StringComparer.Ordinal);

    /// <summary>The values of a dynamic field; genders also where the platform keeps them in a table of their own.</summary>
    public Task<Outcome<IReadOnlyList<FieldChoice>>> FieldAsync(string field, string language, CancellationToken cancellationToken) =>
        _fields.GetOrAdd((field, language), _ => new Kept<IReadOnlyList<FieldChoice>>(clock)).GetAsync(async () => Keep(await FetchFieldAsync(field, language)), cancellationToken);

    /// <summary>The places right below a place, as far as they lie on a level.</summary>
    public async Task<Outcome<IReadOnlyList<FieldChoice>>> PlacesAsync(string parent, int level, string language, CancellationToken cancellationToken)
    {
        if (!PlaceCode.IsOne(parent))
        {
            return Array.Empty<FieldChoice>();
        }

        var listed = await _places.GetOrAdd((parent, language), _ => new Kept<IReadOnlyList<Entry>>(clock))
            .GetAsync(async () => Keep(await ListPlacesAsync(parent, language)), cancellationToken);
        if (listed is { IsSuccess: true, Value.Count: 0 })
        {
            // The parent came from outside: nothing is remembered of a place that is none.
            _places.TryRemove((parent, language), out _);
        }

        return listed.Then(entries => Choices(entries.Where(entry => string.Equals(entry.Group, Level(level), StringComparison.Ordinal))));
    }

    /// <summary>The types of documents in a category.</summary>
    public async Task<Outcome<IReadOnlyList<FieldChoice>>> DocumentTypesAsync(string category, string language, CancellationToken cancellationToken)
    {
        var listed = await _documents.GetOrAdd(language, _ => new Kept<IReadOnlyList<Entry>>(clock)).GetAsync(async () => Keep(await ListDocumentsAsync(language)), cancellationToken);
        return listed.Then(entries => Choices(entries.Where(entry => string.Equals(entry.Group, category, StringComparison.OrdinalIgnoreCase))));
    }

    private async Task<Outcome<IReadOnlyList<FieldChoice>>> FetchFieldAsync(string field, string language)
    {
        var listed = await call.AskAsync(
            MasterDataOperations.ListField, (cookie, attempt) => api.ListFieldAsync(cookie, field, language, attempt), response => ReadField(response, "values", "value"), CancellationToken.None);
        return listed.Problem == MosipProblems.NotOffered && field is GenderField
            ? await call.AskAsync(
                MasterDataOperations.ListGenders, (cookie, attempt) => api.ListGendersAsync(cookie, language, attempt), response => ReadField(response, "genderType", "genderName"), CancellationToken.None)
            : listed;
    }

    private Task<Outcome<IReadOnlyList<Entry>>> ListPlacesAsync(string parent, string language) => call.AskAsync(
        MasterDataOperations.ListPlaces,
        (cookie, attempt) => api.ListPlacesAsync(cookie, parent, language, attempt),
        response => Read(response, "locations", places => Entries(places, "name", place => place.Text("hierarchyLevel") ?? string.Empty)),
        CancellationToken.None);

    private Task<Outcome<IReadOnlyList<Entry>>> ListDocumentsAsync(string language) => call.AskAsync(
        MasterDataOperations.ListDocuments,
        (cookie, attempt) => api.ListDocumentsAsync(cookie, language, attempt),
        response => Read(response, "documentcategories", categories => categories.Where(IsActive)
            .SelectMany(category => Entries(category.Items("documenttypes") ?? [], "name", _ => category.Text("code") ?? string.Empty))),
        CancellationToken.None);

    private Outcome<Kept<IReadOnlyList<T>>.Entry> Keep<T>(Outcome<IReadOnlyList<T>> outcome) =>
        (outcome.Problem == MosipProblems.NotOffered ? Array.Empty<T>() : outcome).Then(found => new Kept<IReadOnlyList<T>>.Entry(found, clock.GetUtcNow() + options.Value.WordLifetime));

    private static Outcome<IReadOnlyList<FieldChoice>> ReadField(JsonElement response, string list, string word) =>
        Read(response, list, items => Choices(Entries(items, word, _ => string.Empty)));

    private static Outcome<IReadOnlyList<T>> Read<T>(JsonElement response, string list, Func<IReadOnlyList<JsonElement>, IEnumerable<T>> read) =>
        response.Items(list) is { } items ? read(items).ToList() : MosipProblems.Unusable;

    private static IEnumerable<Entry> Entries(IEnumerable<JsonElement> items, string word, Func<JsonElement, string> groupOf) => items.Where(IsActive)
        .Where(item => !string.IsNullOrWhiteSpace(item.Text("code")) && !string.IsNullOrWhiteSpace(item.Text(word)))
        .Select(item => new Entry(groupOf(item), new FieldChoice(item.Text("code")!.Trim(), item.Text(word)!.Trim())));

    private static IReadOnlyList<FieldChoice> Choices(IEnumerable<Entry> entries) => [.. entries.Select(entry => entry.Choice).DistinctBy(choice => choice.Code, StringComparer.Ordinal)];

    private static bool IsActive(JsonElement item) => item.Flag("isActive") is not false;

    private static string Level(int level) => level.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Something to choose, and the level or the category it belongs to.</summary>
    private sealed record Entry(string Group, FieldChoice Choice);
}
