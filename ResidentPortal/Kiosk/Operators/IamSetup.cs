using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>How the library speaks to the account service: authorization code with PKCE, bound to the browser, and nothing of it kept.</summary>
internal sealed class IamSetup(IOptions<OperatorIamOptions> options) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "operator-iam";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ForAnswers = TimeSpan.FromSeconds(10);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    public void Configure(OpenIdConnectOptions iam) => Configure(Options.DefaultName, iam);

    public void Configure(string? name, OpenIdConnectOptions iam)
    {
        if (!string.Equals(name, SchemeName, StringComparison.Ordinal))
        {
            return;
        }

        var settings = options.Value;
        iam.Authority = settings.Authority;
        iam.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
        (iam.ClientId, iam.ClientSecret) = (settings.ClientId, settings.ClientSecret);
        iam.SignInScheme = Sessions.SessionAuthentication.SchemeName; // Never used: the core begins the duty.
        iam.CallbackPath = Links.KioskIamReturn;
        iam.RemoteSignOutPath = iam.SignedOutCallbackPath = default;
        (iam.ResponseType, iam.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        iam.PushedAuthorizationBehavior = PushedAuthorizationBehavior.UseIfAvailable;
        iam.MaxAge = TimeSpan.Zero;
        iam.Prompt = OpenIdConnectPrompt.Login;
        (iam.MapInboundClaims, iam.DisableTelemetry, iam.SaveTokens) = (false, true, false);
        iam.ClaimActions.Clear();
        iam.Scope.Clear();
        iam.Scope.Add("openid");
        iam.Scope.Add("profile");
        iam.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = settings.Authority, ValidAudience = settings.ClientId, ValidAlgorithms = Algorithms, RequireSignedTokens = true, RequireExpirationTime = true,
        };
        iam.BackchannelTimeout = ForAnswers;
        iam.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        iam.RemoteAuthenticationTimeout = iam.ProtocolValidator.NonceLifetime = Patience;
        foreach (var (cookie, prefix) in new[] { (iam.CorrelationCookie, "__Host-way."), (iam.NonceCookie, "__Host-nonce.") })
        {
            (cookie.Name, cookie.Path, cookie.HttpOnly, cookie.IsEssential) = (prefix, "/", true, true);
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.Always);
        }

        iam.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.AcrValues = settings.TwoFactors;
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        };
        iam.Events.OnTicketReceived = context => context.HttpContext.RequestServices.GetRequiredService<IamReturn>().TakeAsync(context);
        iam.Events.OnAccessDenied = context =>
        {
            context.Response.Redirect(Links.KioskSignIn);
            context.HandleResponse();
            return Task.CompletedTask;
        };
        iam.Events.OnRemoteFailure = context => context.HttpContext.RequestServices.GetRequiredService<IamReturn>().RefuseAsync(context);
    }
}
