using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Oidc;

/// <summary>Whether the provider can be reached; what it says of itself is known before a browser is sent there.</summary>
internal static class ProviderWay
{
    public static async Task<bool> IsOpenAsync(HttpContext context)
    {
        try
        {
            var provider = context.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(ProviderHandler.SchemeName);
            await provider.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
