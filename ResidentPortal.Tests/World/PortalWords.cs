using System.Globalization;
using System.Resources;
using ResidentPortal.Texts;

namespace ResidentPortal.Tests.World;

/// <summary>The portal's words in one language, as a resident reads them.</summary>
internal sealed class PortalWords(string language)
{
    private static readonly ResourceManager AllWords = new(typeof(Words).FullName!, typeof(Words).Assembly);
    private static readonly ResourceManager AllProblems = new(typeof(Problems).FullName!, typeof(Problems).Assembly);
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    /// <summary>The language.</summary>
    public CultureInfo Culture => _culture;

    public string this[string key] => AllWords.GetString(key, _culture) ?? throw new KeyNotFoundException($"No words {key} in {language}.");

    public string Problem(string key) => AllProblems.GetString(key, _culture) ?? throw new KeyNotFoundException($"No problem {key} in {language}.");
}
