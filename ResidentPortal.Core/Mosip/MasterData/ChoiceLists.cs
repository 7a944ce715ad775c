using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>
/// What may be chosen, by master data: the values of a dynamic field, the places below a place, the types of documents. Each list is kept for a while by language;
/// what is inactive is left out, and what the platform does not have is an empty list.
/// </summary>
internal sealed class ChoiceLists(MosipCall call, IMasterDataApi api, PlaceTree places, IOptions<MosipOptions> options, TimeProvider clock)
{
    /// <summary>The dynamic field of genders.</summary>
    public const string GenderField = "gender";

    private readonly KeptLists<(string Field, string Language), FieldChoice> _fields = new(options, clock);
    private readonly KeptLists<string, DocumentCategory> _documents = new(options, clock);

    /// <summary>The values of a dynamic field; genders also where the platform keeps them in a table of their own.</summary>
    public Task<Outcome<IReadOnlyList<FieldChoice>>> FieldAsync(string field, string language, CancellationToken cancellationToken) =>
        _fields.GetAsync((field, language), () => FetchFieldAsync(field, language), cancellationToken);

    /// <summary>The places right below a place, as far as they lie on a level.</summary>
    public async Task<Outcome<IReadOnlyList<FieldChoice>>> PlacesAsync(string parent, int level, string language, CancellationToken cancellationToken)
    {
        var listed = await places.BelowAsync(parent, language, cancellationToken);
        return listed.Then<IReadOnlyList<FieldChoice>>(below => [.. below.Where(place => place.Level == level).Select(place => new FieldChoice(place.Code, place.Name))]);
    }

    /// <summary>The types of documents in a category.</summary>
    public async Task<Outcome<IReadOnlyList<FieldChoice>>> DocumentTypesAsync(string category, string language, CancellationToken cancellationToken)
    {
        var listed = await DocumentsAsync(language, cancellationToken);
        return listed.Then<IReadOnlyList<FieldChoice>>(all => all.FirstOrDefault(one => string.Equals(one.Code, category, StringComparison.OrdinalIgnoreCase))?.Types ?? []);
    }

    /// <summary>The categories of documents with their types.</summary>
    public Task<Outcome<IReadOnlyList<DocumentCategory>>> DocumentsAsync(string language, CancellationToken cancellationToken) =>
        _documents.GetAsync(language, () => ListDocumentsAsync(language), cancellationToken);

    private async Task<Outcome<IReadOnlyList<FieldChoice>>> FetchFieldAsync(string field, string language)
    {
        var listed = await call.AskAsync(
            MasterDataOperations.ListField, (cookie, attempt) => api.ListFieldAsync(cookie, field, language, attempt), response => Read(response, "values", "value"), CancellationToken.None);
        return listed.Problem == MosipProblems.NotOffered && field is GenderField
            ? await call.AskAsync(
                MasterDataOperations.ListGenders, (cookie, attempt) => api.ListGendersAsync(cookie, language, attempt), response => Read(response, "genderType", "genderName"), CancellationToken.None)
            : listed;
    }

    private Task<Outcome<IReadOnlyList<DocumentCategory>>> ListDocumentsAsync(string language) => call.AskAsync<IReadOnlyList<DocumentCategory>>(
        MasterDataOperations.ListDocuments,
        (cookie, attempt) => api.ListDocumentsAsync(cookie, language, attempt),
        response => response.Items("documentcategories") is { } categories
            ? categories.Where(category => IsActive(category) && category.Text("code") is not null)
                .Select(category => new DocumentCategory(category.Text("code")!, category.Text("name") ?? category.Text("code")!, Choices(category.Items("documenttypes") ?? [], "name"))).ToList()
            : MosipProblems.Unusable,
        CancellationToken.None);

    private static Outcome<IReadOnlyList<FieldChoice>> Read(JsonElement response, string list, string word) =>
        response.Items(list) is { } items ? Choices(items, word).ToList() : MosipProblems.Unusable;

    private static IReadOnlyList<FieldChoice> Choices(IEnumerable<JsonElement> items, string word) =>
    [
        .. items.Where(item => IsActive(item) && !string.IsNullOrWhiteSpace(item.Text("code")) && !string.IsNullOrWhiteSpace(item.Text(word)))
            .Select(item => new FieldChoice(item.Text("code")!.Trim(), item.Text(word)!.Trim()))
            .DistinctBy(choice => choice.Code, StringComparer.Ordinal),
    ];

    private static bool IsActive(JsonElement item) => item.Flag("isActive") is not false;
}

/// <summary>A category of documents.</summary>
/// <param name="Code">Its code, <c>POA</c>.</param>
/// <param name="Name">What its documents prove.</param>
/// <param name="Types">The types it takes.</param>
internal sealed record DocumentCategory(string Code, string Name, IReadOnlyList<FieldChoice> Types);
