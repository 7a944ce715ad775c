using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResidentPortal.Core.Languages;
using ResidentPortal.Texts;

namespace ResidentPortal.Tests.Texts;

/// <summary>One file of words, as it stands in the repository.</summary>
internal sealed partial record TextFile(string Name, Language Language, IReadOnlyDictionary<string, string> Texts)
{
    public static readonly IReadOnlyList<string> Names = ["Words", "Problems"];

    public static string Root { get; } = FindRoot();

    public static TextFile Read(string name, Language language)
    {
        var suffix = language == Language.English ? string.Empty : $".{language.Tag}";
        var file = XDocument.Load(Path.Combine(Root, "ResidentPortal", "Texts", $"{name}{suffix}.resx"));
        return new TextFile(name, language, file.Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal));
    }

    public static IEnumerable<TextFile> All => Names.SelectMany(name => Language.All.Select(language => Read(name, language)));

    /// <summary>The key without its plural form.</summary>
    public static string Stem(string key) => PluralForm.All.FirstOrDefault(form => key.EndsWith($".{form}", StringComparison.Ordinal)) is { } suffix ? key[..^(suffix.Length + 1)] : key;

    public static bool IsPlural(string key) => Stem(key).Length < key.Length;

    public static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Where(sentence => sentence.Trim().Length > 0);

    public static int CountWords(string sentence) => sentence.Split([' ', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ResidentPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[.?:؟።፧।॥](?:\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
