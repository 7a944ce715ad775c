using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using ResidentPortal.Branding;
using ResidentPortal.Core.Languages;
using ResidentPortal.Sessions;

namespace ResidentPortal.Security;

/// <summary>
/// Keeps the answers of open pages, apart by language, brand and encoding and by nothing a stranger can choose: neither query nor host fills the memory. At a kiosk pages stand in a frame of their own: those are not kept, nor served from here.
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
            policy.Expire(TimeSpan.FromHours(1)).SetVaryByQuery("v").SetVaryByHost(enabled: false).VaryByValue(KeyAsync).With(context => !isDevelopment && KioskState.Of(context.HttpContext) is null && HasKnownVersion(context.HttpContext));
        });
    });

    /// <summary>The tag of an open page: the same as long as language, brand and what it offers are.</summary>
    public static async ValueTask<string> TagAsync(HttpContext context)
    {
        var variant = context.GetEndpoint()?.Metadata.GetMetadata<OpenVariant>() is { } varies ? await varies.OfAsync(context) : string.Empty;
        return $"\"{Language.Of(CultureInfo.CurrentUICulture).Tag}-{context.RequestServices.GetRequiredService<Brand>().Version}{variant}\"";
    }

    private static async ValueTask<KeyValuePair<string, string>> KeyAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var encoding = context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName;
        return new KeyValuePair<string, string>("open", $"{await TagAsync(context)} {encoding}");
    }

    // Anything may be written behind ?v=: only the addresses the portal writes itself are kept.
    private static bool HasKnownVersion(HttpContext context) => context.Request.Query["v"] is var version
        && (StringValues.IsNullOrEmpty(version) || (context.RequestServices.GetRequiredService<StyleSheets>() is var sheets && (version == sheets.Open.Version || version == sheets.Workspace.Version || version == sheets.Kiosk.Version)));
}

/// <summary>On an open page that has several forms, whoever reads it: which one it has now.</summary>
/// <param name="OfAsync">A word for the form.</param>
internal sealed record OpenVariant(Func<HttpContext, ValueTask<string>> OfAsync);
