using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using ResidentPortal.Api;

namespace ResidentPortal.Oidc;

/// <summary>ASP.NET's handler of OpenID Connect, for two addresses to come back to: that of the pages, and that of the API, which carries where its client is.</summary>
internal sealed class ProviderHandler(IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory loggers, HtmlEncoder html, UrlEncoder encoder)
    : OpenIdConnectHandler(options, loggers, html, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "provider";

    /// <inheritdoc/>
    public override Task<bool> ShouldHandleRequestAsync() => Task.FromResult(HttpMethods.IsGet(Request.Method)
        && (ApiListener.Brought(Context) ? Request.Path.StartsWithSegments(Links.ApiSignInReturn, StringComparison.Ordinal) : Request.Path == Options.CallbackPath));
}
