using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;

namespace ResidentPortal.Oidc;

/// <summary>What becomes of a browser that comes back from the provider: a sign-in, or a sentence on the page it set out from.</summary>
internal sealed partial class ProviderReturn(IOptions<OidcOptions> options, IdTokenCheck check, UserInformation information, SignInWithProof signIn, ILogger<ProviderReturn> logger)
{
    /// <summary>In the sealed state: "This is not my own device".</summary>
    public const string Shared = "shared";

    /// <summary>In the sealed state: the path the provider is to send back to, where it is the API's.</summary>
    public const string ReturnPath = "path";

    /// <summary>In the sealed state: where the client of the API is, which the browser goes on to.</summary>
    public const string Client = "client";

    /// <summary>What the person allowed.</summary>
    public const string Allowed = "allowed";

    /// <summary>Takes somebody whom the library has let through.</summary>
    public async Task TakeAsync(TicketReceivedContext context)
    {
        var properties = context.Properties!;
        var outcome = await SignInAsync(context, properties);
        properties.Items.TryGetValue(Client, out var client);
        if (!outcome.Try(out var ticket, out var problem))
        {
            End(context, properties, EndOf(problem));
        }
        else if (client is not null)
        {
            PortalCookies.WriteApi(context.HttpContext, ticket.Token);
            context.Response.Redirect(client);
        }
        else
        {
            PortalCookies.Delete(context.HttpContext, PortalCookies.Code);
            PortalCookies.Write(context.HttpContext, PortalCookies.Session, ticket.Token);
            context.Response.Redirect(Links.Home);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.HandleResponse();
    }

    /// <summary>The person pressed "Cancel" there.</summary>
    public static Task CancelAsync(AccessDeniedContext context)
    {
        End(context, context.Properties, ProviderEnd.Cancelled);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>The answer was not believed, or there was none.</summary>
    public Task RefuseAsync(RemoteFailureContext context)
    {
        var isUnreachable = Causes(context.Failure).Any(fault => fault is HttpRequestException or IOException or TaskCanceledException);
        Log.Refused(logger, context.Failure?.GetType().Name ?? "none");
        End(context, context.Properties, isUnreachable ? ProviderEnd.Unreachable : ProviderEnd.Refused);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private async Task<Outcome<SessionTicket>> SignInAsync(TicketReceivedContext context, AuthenticationProperties properties)
    {
        var allowed = OidcOptions.Split(properties.Items[Allowed] ?? string.Empty);
        if (check.FaultOf(context.Principal!, out var provedAt) is { } fault)
        {
            return Refuse(fault);
        }

        // The pages do everything, or nothing: what a client of the API may do is judged at each call.
        if (!properties.Items.ContainsKey(Client) && OidcOptions.Split(options.Value.Scopes).Except(allowed, StringComparer.Ordinal).Any())
        {
            return ProviderProblems.NotAllowed;
        }

        var (token, subject) = (properties.GetTokenValue("access_token"), context.Principal!.FindFirst(JwtRegisteredClaimNames.Sub)?.Value);
        if (token is null || subject is null)
        {
            return Refuse("token");
        }

        IndividualId? number;
        try
        {
            (number, fault) = await information.FetchAsync((OpenIdConnectOptions)context.Options, token, subject, context.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Log.Refused(logger, e.GetType().Name);
            return CommonProblems.ServiceUnavailable;
        }

        return number is null
            ? Refuse(fault ?? "number")
            : await signIn.ExecuteAsync(
                new PersonProof(number, provedAt, allowed, properties.Items.ContainsKey(Shared), Language.Of(CultureInfo.CurrentUICulture)), Visitors.Of(context.HttpContext), context.HttpContext.RequestAborted);
    }

    private Problem Refuse(string fault)
    {
        Log.Refused(logger, fault);
        return ProviderProblems.NotBelieved;
    }

    private static ProviderEnd EndOf(Problem problem) => problem.Kind switch
    {
        ProblemKind.Unavailable => ProviderEnd.Unreachable,
        ProblemKind.NotFound => ProviderEnd.Unknown,
        _ when string.Equals(problem.Key, SessionProblems.NumberNotInUse.Key, StringComparison.Ordinal) => ProviderEnd.NotInUse,
        _ when string.Equals(problem.Key, ProviderProblems.NotAllowed.Key, StringComparison.Ordinal) => ProviderEnd.NotAllowed,
        _ => ProviderEnd.Refused,
    };

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
        }
    }

    // A client of the API reads a status, a person a sentence.
    private static void End<T>(HandleRequestContext<T> context, AuthenticationProperties? properties, ProviderEnd end)
        where T : AuthenticationSchemeOptions
    {
        context.Response.Headers.CacheControl = "no-store";
        if (properties?.Items.ContainsKey(Client) == true || context.Request.Path.StartsWithSegments(Links.ApiSignInReturn, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.Redirect(Links.SignInAfter(end));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A sign-in at the provider was not taken: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
