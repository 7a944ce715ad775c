using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>What master data does not have in a reader's language.</summary>
internal static class CountryLanguages
{
    /// <summary>The list in a language; where master data has none in it, in the country's own.</summary>
    public static async Task<Outcome<IReadOnlyList<T>>> InAnyAsync<T>(this MosipOptions options, string language, Func<string, Task<Outcome<IReadOnlyList<T>>>> list)
    {
        var listed = await list(language);
        return listed is { IsSuccess: true, Value.Count: 0 } && options.LanguageCodes[0] is var own && !string.Equals(own, language, StringComparison.Ordinal)
            ? await list(own)
            : listed;
    }
}
