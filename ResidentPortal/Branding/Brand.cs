using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Branding;

/// <summary>The face the portal wears: made once at start from the checked options.</summary>
public sealed class Brand
{
    private readonly BrandOptions _options;

    /// <summary>The face of these options.</summary>
    public Brand(IOptions<BrandOptions> options)
    {
        _options = options.Value;
        Tokens = DesignTokens.From(Colour.Of(_options.Primary), Colour.Of(_options.Accent));
        Emblem = EmblemFile.Of(_options, Tokens);
        Version = Hash(JsonSerializer.Serialize(_options), Convert.ToHexString(SHA256.HashData(Emblem.Content)), StyleSheet.From(Tokens), Build);
    }

    /// <summary>The design tokens in the colours of the authority.</summary>
    public DesignTokens Tokens { get; }

    /// <summary>The emblem.</summary>
    public EmblemFile Emblem { get; }

    /// <summary>Changes with everything an open page is made from: brand, emblem and build. Part of addresses and cache keys.</summary>
    public string Version { get; }

    /// <summary>The telephone number, where there is one.</summary>
    public string? Phone => _options.Help.Phone;

    /// <summary>The e-mail address, where there is one.</summary>
    public string? Email => _options.Help.Email;

    private static string Build => typeof(Brand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion + typeof(Brand).Module.ModuleVersionId;

    /// <summary>The name of the portal, where the authority gave one.</summary>
    public string? Name(Language language) => In(language, _options.Name);

    /// <summary>When somebody answers.</summary>
    public string? Hours(Language language) => In(language, _options.Help.Hours);

    /// <summary>Where to go.</summary>
    public string? Address(Language language) => In(language, _options.Help.Address);

    /// <summary>The links at the foot of every page.</summary>
    public IEnumerable<(string Url, string Text)> FooterLinks(Language language) =>
        _options.FooterLinks.Select(link => (link.Url, In(language, link.Text)!));

    /// <summary>A short hash of texts, for addresses.</summary>
    internal static string Hash(params IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..12];

    private static string? In(Language language, Dictionary<string, string> words) =>
        words.GetValueOrDefault(language.Tag) ?? words.GetValueOrDefault(language.Code)
        ?? words.GetValueOrDefault(Language.English.Tag) ?? words.GetValueOrDefault(Language.English.Code) ?? words.Values.FirstOrDefault();
}
