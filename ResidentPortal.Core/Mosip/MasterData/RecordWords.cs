using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>
/// The words behind what an identity holds of genders and places, which are codes in some countries and words in others. Each is kept for a while; what
/// cannot be found out stays as the record has it.
/// </summary>
internal sealed class RecordWords(MosipCall call, IMasterDataApi api, IOptions<MosipOptions> options, TimeProvider clock)
{
    private const string Service = "MasterData";
    private const string GenderField = "gender";
    private const int LongestCode = 36;

    private static readonly (Problem, string[]) Trouble = (CommonProblems.ServiceUnavailable, ["KER-SCH-001", "KER-MSD-017", "KER-MSD-025", "KER-MSD-500"]);

    private static readonly MosipOperation ListField = new(
        Service, nameof(ListField), Sending.Read, MosipOperation.Table((MosipProblems.NotOffered, ["KER-SCH-003", "KER-SCH-021"]), Trouble)) { MayBeMissing = true };

    private static readonly MosipOperation ListGenders = new(
        Service, nameof(ListGenders), Sending.Read, MosipOperation.Table((MosipProblems.NotOffered, ["KER-MSD-018"]), Trouble)) { MayBeMissing = true };

    private static readonly MosipOperation FindLocation = new(
        Service, nameof(FindLocation), Sending.Read, MosipOperation.Table((MosipProblems.NotOffered, ["KER-MSD-026"]), Trouble)) { MayBeMissing = true };

    private static readonly (CardGender Gender, string[] Codes)[] Genders =
    [
        (CardGender.Male, ["MLE", "M", "MALE"]),
        (CardGender.Female, ["FLE", "F", "FEMALE"]),
        (CardGender.Other, ["OTH", "O", "OTHER", "OTHERS"]),
    ];

    private readonly ConcurrentDictionary<string, Kept<IReadOnlyList<Entry>>> _genders = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Code, string Language), Kept<Entry>> _locations = new();

    /// <summary>A gender's word, and its number on cards where that can be told.</summary>
    public async Task<(LocalText Word, CardGender? Gender)> GenderAsync(LocalText recorded, CancellationToken cancellationToken)
    {
        var kept = _genders.GetOrAdd(recorded.Language, _ => new Kept<IReadOnlyList<Entry>>(clock));
        var listed = await kept.GetAsync(() => FetchGendersAsync(recorded.Language), cancellationToken);
        var entry = listed.Then(entries => entries.FirstOrDefault(entry => Is(entry.Code, recorded.Text) || Is(entry.Word, recorded.Text)));
        return entry is { IsSuccess: true, Value: { } known }
            ? (recorded with { Text = known.Word }, NumberOf(known.Code))
            : (recorded, NumberOf(recorded.Text));
    }

    /// <summary>The name of a place; a name already given stays, and is not sent anywhere.</summary>
    public async Task<LocalText> LocationAsync(LocalText recorded, CancellationToken cancellationToken)
    {
        if (!IsCode(recorded.Text))
        {
            return recorded;
        }

        var kept = _locations.GetOrAdd((recorded.Text, recorded.Language), _ => new Kept<Entry>(clock));
        var found = await kept.GetAsync(() => FetchLocationAsync(recorded.Text, recorded.Language), cancellationToken);
        return found.IsSuccess ? recorded with { Text = found.Value.Word } : recorded;
    }

    private async Task<Outcome<Kept<IReadOnlyList<Entry>>.Entry>> FetchGendersAsync(string language)
    {
        var listed = await call.AskAsync(
            ListField, (cookie, attempt) => api.ListFieldAsync(cookie, GenderField, language, attempt), response => Read(response, "values", "value"), CancellationToken.None);
        if (listed.Problem == MosipProblems.NotOffered)
        {
            listed = await call.AskAsync(
                ListGenders, (cookie, attempt) => api.ListGendersAsync(cookie, language, attempt), response => Read(response, "genderType", "genderName"), CancellationToken.None);
        }

        return Keep(listed, otherwise: []);
    }

    private async Task<Outcome<Kept<Entry>.Entry>> FetchLocationAsync(string code, string language) => Keep(
        await call.AskAsync(FindLocation, (cookie, attempt) => api.FindLocationAsync(cookie, code, language, attempt), ReadLocation, CancellationToken.None),
        otherwise: new Entry(code, code));

    private Outcome<Kept<T>.Entry> Keep<T>(Outcome<T> outcome, T otherwise)
        where T : notnull =>
        (outcome.Problem == MosipProblems.NotOffered ? otherwise : outcome).Then(found => new Kept<T>.Entry(found, clock.GetUtcNow() + options.Value.WordLifetime));

    private static Outcome<IReadOnlyList<Entry>> Read(JsonElement response, string list, string word) => response.Items(list) is { } items
        ? items.Where(IsActive).Select(item => EntryOf(item, word)).OfType<Entry>().ToList()
        : MosipProblems.Unusable;

    private static Outcome<Entry> ReadLocation(JsonElement response) => EntryOf(response, "name") is { } entry ? entry : MosipProblems.Unusable;

    private static Entry? EntryOf(JsonElement item, string word) =>
        item.Text("code") is { } code && item.Text(word) is { } text && !string.IsNullOrWhiteSpace(text) ? new Entry(code, text.Trim()) : null;

    private static bool IsActive(JsonElement item) => item.Flag("isActive") is not false;

    // Names of places have small letters, spaces or another script; codes have none of them.
    private static bool IsCode(string text) => text.Length <= LongestCode && text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static CardGender? NumberOf(string code) =>
        Genders.Where(gender => gender.Codes.Contains(code, StringComparer.OrdinalIgnoreCase)).Select(gender => (CardGender?)gender.Gender).FirstOrDefault();

    /// <summary>A code and its word.</summary>
    private sealed record Entry(string Code, string Word);
}
