using System.Globalization;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Branding;

/// <summary>Judges a brand before anybody sees it, in sentences that begin with the key: words must stay readable in any colours.</summary>
internal sealed class BrandValidation : IValidateOptions<BrandOptions>
{
    private const int LongestName = 60;
    private const int LargestEmblem = 100 * 1024;

    public ValidateOptionsResult Validate(string? name, BrandOptions options)
    {
        var sentences = Folder(options).Concat(Colours(options)).Concat(Texts(options)).ToList();
        return sentences.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(sentences);
    }

    private static IEnumerable<string> Folder(BrandOptions options)
    {
        if (options.Folder is { Length: > 0 } && !File.Exists(Path.Combine(options.Folder, BrandFolder.FileName)))
        {
            yield return $"Brand:Folder must hold a {BrandFolder.FileName}; '{options.Folder}' has none.";
        }

        if (options.Emblem is { Length: > 0 } emblem)
        {
            var file = options.Folder is { Length: > 0 } folder ? new FileInfo(Path.Combine(folder, emblem)) : null;
            if (file is null || !string.Equals(Path.GetFileName(emblem), emblem, StringComparison.Ordinal) || !file.Exists || EmblemFile.TypeOf(emblem) is null)
            {
                yield return $"Brand:Emblem must be an .svg or .png file in Brand:Folder; '{emblem}' is not.";
            }
            else if (file.Length > LargestEmblem)
            {
                yield return $"Brand:Emblem must be at most 100 KB; '{emblem}' is larger.";
            }
        }
    }

    private static IEnumerable<string> Colours(BrandOptions options)
    {
        var isPrimary = Colour.TryParse(options.Primary, out var primary);
        var isAccent = Colour.TryParse(options.Accent, out var accent);
        if (!isPrimary)
        {
            yield return $"Brand:Primary must be a colour such as #0b5a63; it is '{options.Primary}'.";
        }
        else if (primary.ContrastWith(Colour.White) < 4.5)
        {
            yield return $"Brand:Primary is too light: white words on {primary} reach {Ratio(primary.ContrastWith(Colour.White))} and need 4.5:1. Choose a darker colour.";
        }

        if (!isAccent)
        {
            yield return $"Brand:Accent must be a colour such as #eba23a; it is '{options.Accent}'.";
        }
        else if (isPrimary && Worst(Scheme.Light(primary, accent), nameof(Scheme.Accent)) is { } pair)
        {
            yield return $"Brand:Accent cannot carry words: they reach {Ratio(pair.Contrast)} on {accent} and need 4.5:1. Choose a lighter or a darker colour.";
        }
    }

    private static IEnumerable<string> Texts(BrandOptions options)
    {
        foreach (var (key, words) in Words(options))
        {
            foreach (var tag in words.Keys.Where(tag => Language.Find(tag) is null))
            {
                yield return $"{key} takes the languages {string.Join(", ", Language.All.Select(language => language.Tag))}; '{tag}' is none of them.";
            }
        }

        foreach (var (tag, _) in options.Name.Where(entry => entry.Value.Length is 0 or > LongestName))
        {
            yield return $"Brand:Name:{tag} must have 1 to {LongestName} letters.";
        }

        if (options.Help.Email is { Length: > 0 } email && (email.Count(letter => letter == '@') != 1 || email.Any(char.IsWhiteSpace)))
        {
            yield return $"Brand:Help:Email must be an e-mail address; it is '{email}'.";
        }

        if (options.Help.Phone is { Length: > 0 } phone && !phone.Any(char.IsAsciiDigit))
        {
            yield return $"Brand:Help:Phone must be a telephone number; it is '{phone}'.";
        }

        foreach (var link in options.FooterLinks)
        {
            if (!IsOpenable(link.Url))
            {
                yield return $"Brand:FooterLinks takes addresses with https:// and paths of the portal; '{link.Url}' is neither.";
            }

            if (link.Text.Count == 0)
            {
                yield return $"Brand:FooterLinks needs words for '{link.Url}' in Text.";
            }
        }
    }

    private static IEnumerable<(string Key, Dictionary<string, string> Words)> Words(BrandOptions options) =>
    [
        ("Brand:Name", options.Name), ("Brand:Help:Hours", options.Help.Hours), ("Brand:Help:Address", options.Help.Address),
        .. options.FooterLinks.Select(link => ("Brand:FooterLinks", link.Text)),
    ];

    private static bool IsOpenable(string url) => url.StartsWith("https://", StringComparison.Ordinal)
        ? Uri.TryCreate(url, UriKind.Absolute, out _)
        : url.Length > 1 && Links.LocalOrWelcome(url).Length == url.Length;

    private static ColourPair? Worst(Scheme scheme, string ground) => scheme.Pairs.Where(pair => string.Equals(pair.Ground, ground, StringComparison.Ordinal) && pair.Contrast < pair.Needed).MinBy(pair => pair.Contrast);

    private static string Ratio(double contrast) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(contrast * 10) / 10:0.0}:1");
}
