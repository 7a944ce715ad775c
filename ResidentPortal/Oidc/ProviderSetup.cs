using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ResidentPortal.Oidc;

/// <summary>How the library speaks to the provider: authorization code with PKCE, state and nonce bound to the browser by cookies of ten minutes, nothing of it kept.</summary>
internal sealed class ProviderSetup(IOptions<OidcOptions> options, ClientAssertion assertion, ProviderReturn back) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>What tokens may be signed with: keys alone, never a secret that both know, never nothing.</summary>
    public static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public void Configure(OpenIdConnectOptions provider) => Configure(Options.DefaultName, provider);

    public void Configure(string? name, OpenIdConnectOptions provider)
    {
        if (!string.Equals(name, ProviderHandler.SchemeName, StringComparison.Ordinal))
        {
            return;
        }

        var settings = options.Value;
        provider.MetadataAddress = settings.Metadata;
        provider.RequireHttpsMetadata = !new Uri(settings.Metadata).IsLoopback;
        provider.ClientId = settings.ClientId;
        provider.SignInScheme = Sessions.SessionAuthentication.SchemeName; // Never used: the core opens the sign-in.
        provider.CallbackPath = Links.SignInReturn;
        provider.RemoteSignOutPath = provider.SignedOutCallbackPath = default;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        provider.MaxAge = TimeSpan.FromSeconds(settings.MaxAgeSeconds);
        provider.Prompt = OpenIdConnectPrompt.Login;
        provider.MapInboundClaims = false;
        provider.DisableTelemetry = true;
        provider.SaveTokens = true; // For the return alone, which keeps none.
        provider.ClaimActions.Clear();
        provider.Scope.Clear();
        foreach (var scope in OidcOptions.Split(settings.Scopes))
        {
            provider.Scope.Add(scope);
        }

        provider.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.ClientId,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(settings.SkewSeconds),
        };
        provider.TokenHandler = new SignedTokens { MapInboundClaims = false };
        provider.BackchannelTimeout = TimeSpan.FromSeconds(settings.TimeoutSeconds);
        provider.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(3) };
        BindToBrowser(provider);
        provider.Events.OnRedirectToIdentityProvider = AskAsync;
        provider.Events.OnAuthorizationCodeReceived = ProveAsync;
        provider.Events.OnTokenResponseReceived = context => Task.FromResult(context.Properties!.Items[ProviderReturn.Allowed] = context.TokenEndpointResponse.Scope ?? settings.Scopes);
        provider.Events.OnTicketReceived = back.TakeAsync;
        provider.Events.OnAccessDenied = ProviderReturn.CancelAsync;
        provider.Events.OnRemoteFailure = back.RefuseAsync;
    }

    private static void BindToBrowser(OpenIdConnectOptions provider)
    {
        provider.RemoteAuthenticationTimeout = Patience;
        provider.ProtocolValidator.NonceLifetime = Patience;
        foreach (var (cookie, name) in new[] { (provider.CorrelationCookie, "__Host-way."), (provider.NonceCookie, "__Host-nonce.") })
        {
            (cookie.Name, cookie.Path, cookie.HttpOnly, cookie.IsEssential) = (name, "/", true, true);
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.Always);
        }
    }

    private Task AskAsync(RedirectContext context)
    {
        var (message, settings) = (context.ProtocolMessage, options.Value);
        message.AcrValues = settings.AcrValues;
        message.UiLocales = Core.Languages.Language.Of(System.Globalization.CultureInfo.CurrentUICulture).Tag;
        message.SetParameter("claims", new JsonObject { ["userinfo"] = new JsonObject { [settings.NumberClaim] = new JsonObject { ["essential"] = true } } }.ToJsonString());
        if (context.Properties.Items.TryGetValue(ProviderReturn.ReturnPath, out var path) && path is not null)
        {
            message.RedirectUri = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{path}";
        }

        context.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private async Task ProveAsync(AuthorizationCodeReceivedContext context)
    {
        var configuration = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        context.TokenEndpointRequest!.ClientAssertionType = ClientAssertion.Type;
        context.TokenEndpointRequest.ClientAssertion = assertion.Make(configuration.TokenEndpoint);
    }
}
