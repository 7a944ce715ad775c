using System.Net;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;

namespace ResidentPortal;

/// <summary>Where the portal stands: section <c>Portal</c>.</summary>
public sealed class PortalOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Portal";

    /// <summary>The address residents open, such as <c>https://id.example</c>. Needed outside Development.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the proxies in front of the portal. Only they may say who the client is.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>How many proxies stand one behind the other.</summary>
    public int ProxyHops { get; set; } = 1;

    /// <summary>The language of those who have not said theirs.</summary>
    public string DefaultLanguage { get; set; } = Language.English.Tag;

    /// <summary>The languages that are offered, by tag, in the order of the language switch; without any all but the drafts, in development all.</summary>
    public IList<string> Languages { get; } = [];

    /// <summary>The time zone of clock times, by its IANA name, such as <c>Africa/Addis_Ababa</c>; the machine's own where it is left out.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Judges the options, in sentences that begin with the key.</summary>
    internal sealed class Validation(IHostEnvironment environment) : IValidateOptions<PortalOptions>
    {
        public ValidateOptionsResult Validate(string? name, PortalOptions options)
        {
            var sentences = Sentences(options).ToList();
            return sentences.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(sentences);
        }

        private IEnumerable<string> Sentences(PortalOptions options)
        {
            if (options.PublicAddress is null)
            {
                if (!environment.IsDevelopment())
                {
                    yield return "Portal:PublicAddress is missing: set the address residents open, such as https://id.example.";
                }
            }
            else if (!Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) || !(address.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback)))
            {
                yield return $"Portal:PublicAddress must begin with https:// (http:// only for this machine itself); it is '{options.PublicAddress}'.";
            }

            foreach (var proxy in options.Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
            {
                yield return $"Portal:Proxies takes addresses (10.0.0.4) and networks (10.0.0.0/8); '{proxy}' is neither.";
            }

            if (options.ProxyHops is < 1 or > 5)
            {
                yield return $"Portal:ProxyHops must be between 1 and 5; it is {options.ProxyHops}.";
            }

            foreach (var tag in options.Languages.Where(tag => Language.Find(tag) is null))
            {
                yield return $"Portal:Languages takes {string.Join(", ", Language.All.Select(language => language.Tag))}; '{tag}' is none of them.";
            }

            var offered = options.Languages.Count > 0 ? options.Languages.Select(Language.Find) : Language.All.Where(language => environment.IsDevelopment() || !language.IsDraft);
            if (Language.Find(options.DefaultLanguage) is not { } spoken || !offered.Contains(spoken))
            {
                yield return $"Portal:DefaultLanguage must be one of {string.Join(", ", offered.OfType<Language>().Select(language => language.Tag))}; it is '{options.DefaultLanguage}'.";
            }

            if (options.TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            {
                yield return $"Portal:TimeZone must be the name of a time zone, such as Africa/Addis_Ababa; it is '{options.TimeZone}'.";
            }
        }
    }
}
