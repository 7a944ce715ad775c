using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using ResidentPortal.Branding;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Security;

/// <summary>
/// Keeps the answers of open pages, apart by language, brand and encoding and by nothing a stranger can choose: neither query nor host fills the memory.
/// The browser asks each time whether its copy is still right, since the language lives in a cookie; no proxy keeps one (S-53).
/// </summary>
internal static class OpenCache
{
    public const string Name = "open";

    public static void AddOpenCache(this IServiceCollection services, bool isDevelopment) => services.AddOutputCache(options =>
    {
        options.SizeLimit = 16 * 1024 * 1024;
        options.MaximumBodySize = 1024 * 1024;
        options.AddPolicy(Name, policy =>
        {
            policy.Expire(TimeSpan.FromHours(1)).SetVaryByQuery("v").SetVaryByHost(enabled: false).VaryByValue(Key).With(context => !isDevelopment && HasKnownVersion(context.HttpContext));
        });
    });

    /// <summary>The tag of an open page: the same as long as language and brand are.</summary>
    public static string Tag(HttpContext context) => $"\"{Language.Of(CultureInfo.CurrentUICulture).Tag}-{context.RequestServices.GetRequiredService<Brand>().Version}\"";

    private static KeyValuePair<string, string> Key(HttpContext context)
    {
        var encoding = context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName;
        return new KeyValuePair<string, string>("open", $"{Tag(context)} {encoding}");
    }

    // Anything may be written behind ?v=: only the addresses the portal writes itself are kept.
    private static bool HasKnownVersion(HttpContext context) => context.Request.Query["v"] is var version
        && (StringValues.IsNullOrEmpty(version) || version == context.RequestServices.GetRequiredService<StyleSheets>().Open.Version || version == context.RequestServices.GetRequiredService<StyleSheets>().Workspace.Version);
}
