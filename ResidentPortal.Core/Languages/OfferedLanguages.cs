using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Core.Languages;

/// <summary>The languages that this deployment offers to read and to be written to in.</summary>
public sealed class OfferedLanguages
{
    public OfferedLanguages(IOptions<LanguageOptions> options, IHostEnvironment environment) =>
        All = options.Value.Languages.Count > 0
            ? [.. options.Value.Languages.Select(Language.Find).OfType<Language>().Distinct()]
            : [.. Language.All.Where(language => environment.IsDevelopment() || !language.IsDraft)];

    /// <summary>All of them, in the order of the language switch.</summary>
    public IReadOnlyList<Language> All { get; }

    /// <summary>The language with this MOSIP code or BCP 47 tag, or null where it is not offered.</summary>
    public Language? Find(string? codeOrTag) => Language.Find(codeOrTag) is { } language && All.Contains(language) ? language : null;
}
