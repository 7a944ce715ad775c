namespace ResidentPortal.Api.Lists;

/// <summary>What lists are asked by, as the reference tells it.</summary>
internal static class ListParameters
{
    private static readonly ApiParameter[] All =
    [
        new("lang", "The language, by MOSIP's code of three letters.", "eng"),
        new("code", "A code of the platform: letters, digits, hyphens and underscores.", "MOR"),
        new("level", "The level of a place, a whole number from 0.", "1"),
        new("name", "The name of a place in the language; it may come several times.", "Rabat"),
        new("longitude", "The longitude in degrees.", "-6.84"),
        new("latitude", "The latitude in degrees.", "33.99"),
        new("distance", "How far away a centre may lie, in metres.", "2000"),
        new("centre", "The id of a registration centre.", "10001"),
        new("category", "The code of a category of documents.", "POA"),
        new("field", "The name of a dynamic field.", "gender"),
        new("gender", "The word for a gender in the language.", "Female"),
        new("applicant", "The code of a kind of applicant.", "000"),
        new("type", "Which UI specification.", "update-demographics"),
    ];

    private static readonly ApiParameter[] Query =
    [
        new("lastUpdated", "Only what changed after this time, in UTC; all where it is left out.", "2026-01-01T00:00:00.000Z"),
        new("languages", "Languages, by MOSIP's codes with commas between them, or one each time.", "eng"),
        new("languageCodes", "Languages, by MOSIP's codes with commas between them, or one each time.", "eng"),
        new("name", "The name of a place in the language; it may come several times.", "Rabat"),
        new("pageNumber", "Which page, from 0.", "0"),
        new("pageSize", "How many centres a page holds, 1 to 500.", "10"),
        new("sortBy", "By which column.", "name"),
        new("orderBy", "asc or desc.", "asc"),
        new("schemaVersion", "The version of the schema; 0 for the newest.", "0"),
        new("domain", "For which part of the platform.", "registration-client"),
        new("type", "With which UI specification.", "schema"),
    ];

    /// <summary>The parameters in a path, and those named besides.</summary>
    public static IReadOnlyList<ApiParameter> Of(string path, params string[] query) =>
        [.. All.Where(parameter => path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal)), .. Query.Where(parameter => query.Contains(parameter.Name, StringComparer.Ordinal))];
}
