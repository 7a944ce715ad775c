namespace ResidentPortal.Core.Mosip;

/// <content>What the country has.</content>
internal sealed partial class MosipOptionsCheck
{
    private static IEnumerable<string> Country(MosipOptions options)
    {
        var languages = options.LanguageCodes;
        if (languages.Count == 0 || languages.Any(code => code.Length != 3 || !code.All(char.IsAsciiLetterLower)) || languages.Distinct(StringComparer.Ordinal).Count() < languages.Count)
        {
            yield return Sentence(nameof(options.Languages), "has to be codes of three small letters with commas between them, each once, such as eng,ara,fra.");
        }

        if (!PlaceCode.IsOne(options.LocationRoot))
        {
            yield return Sentence(nameof(options.LocationRoot), "has to be the code of a place: letters, digits, hyphens and underscores, 36 at most.");
        }

        var papers = options.DocumentCategories;
        if (papers.Any(paper => paper.Category is null) || papers.DistinctBy(paper => paper.Attribute, StringComparer.Ordinal).Count() < papers.Count)
        {
            yield return Sentence(nameof(options.UpdateDocuments), "has to be attributes with the codes of their categories, each once, such as proofOfIdentity:POI,proofOfAddress:POA.");
        }
    }
}
