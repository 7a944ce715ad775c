using System.Text.Json;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.PublicLists;

/// <summary>Finds the code of a gender by its word in a language: among the values of the field, or in the older platforms' table.</summary>
public sealed class FindGenderCode(IPublicLists lists)
{
    private const string Field = "gender";

    /// <summary>What the platform answers where a field has no such value.</summary>
    private const string NoValue = "KER-SCH-021";

    /// <summary>The code. Problems: those of <see cref="PublicListProblems"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<string>> ExecuteAsync(string word, string language, CancellationToken cancellationToken = default)
    {
        var values = new FieldWords(Field, language);
        if (!values.IsSound || !ListParameter.IsWords(word))
        {
            return PublicListProblems.Unsound;
        }

        var found = (await lists.ReadAsync(values, cancellationToken)).Then(document => CodeOf(document, "values", "value", word));
        if (found.Problem?.Kind is ProblemKind.Refused)
        {
            found = (await lists.ReadAsync(new GenderWords(language), cancellationToken)).Then(document => CodeOf(document, "genderType", "genderName", word));
        }

        return found.Problem is { } problem ? problem : found.Value is { } code ? code : PublicListProblems.Refused.With("code", NoValue);
    }

    private static string? CodeOf(JsonElement document, string list, string word, string sought) =>
        document.ValueKind is JsonValueKind.Object && document.TryGetProperty(list, out var items) && items.ValueKind is JsonValueKind.Array
            ? items.EnumerateArray().Where(item => string.Equals(Text(item, word)?.Trim(), sought.Trim(), StringComparison.OrdinalIgnoreCase)).Select(item => Text(item, "code")).FirstOrDefault(code => code is not null)
            : null;

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? member.GetString() : null;
}
