using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Oidc;

namespace ResidentPortal.Sessions;

/// <summary>Turns the cookie's token into a principal that carries the session's id and nothing else: what a resident may do is judged in each flow, by the row.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ResumeSession resume, IOptions<OidcOptions> provider) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "session";

    /// <summary>The claim that holds the session's id.</summary>
    public const string SessionIdClaim = "sid";

    private Problem? _problem;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KioskState.Of(Context) is { IsDevice: true } kiosk)
        {
            // No sign-in of a browser counts at a kiosk: only the visit's, and only for the pages of what the resident agreed to.
            return kiosk.DeskSession is { } desk ? AuthenticateResult.Success(Ticket(desk)) : AuthenticateResult.NoResult();
        }

        if (PortalCookies.Read(Context, PortalCookies.Session) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        var outcome = await resume.ExecuteAsync(token, Context.RequestAborted);
        if (!outcome.Try(out var session, out _problem))
        {
            return AuthenticateResult.Fail(_problem.Key);
        }

        // Somebody who allowed a client of the API a part has not allowed the pages the whole.
        if (session.Allowed is { } allowed && OidcOptions.Split(provider.Value.Scopes).Except(allowed, StringComparer.Ordinal).Any())
        {
            _problem = CommonProblems.SignInNeeded;
            return AuthenticateResult.Fail(_problem.Key);
        }

        return AuthenticateResult.Success(Ticket(session.Id));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // Someone who was signed in learns why that is over; someone who was not is asked to.
        var goal = _problem is null || string.Equals(_problem.Key, CommonProblems.SignInNeeded.Key, StringComparison.Ordinal) ? Links.SignIn : EndLinks.Of(_problem);
        if (_problem is not null)
        {
            PortalCookies.Delete(Context, PortalCookies.Session);
        }

        Response.Redirect(goal);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HandleChallengeAsync(properties);

    private AuthenticationTicket Ticket(Guid session) => new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionIdClaim, session.ToString("N"))], Scheme.Name)), Scheme.Name);
}
