using Microsoft.Extensions.Options;
using ResidentPortal.Api.Clients;
using ResidentPortal.Api.SignIn;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;

namespace ResidentPortal.Api;

/// <summary>Who may call an operation: a program of the platform with client credentials, a resident with the token of a sign-in, or anybody.</summary>
internal static class ApiAccess
{
    /// <summary>The cookie, and the header, that carry a token.</summary>
    public const string Name = "Authorization";

    private const string Scheme = "Bearer ";
    private static readonly object Session = new();
    private static readonly object Program = new();

    /// <summary>Null when the call may go on, or why it may not.</summary>
    public static async Task<ApiError?> JudgeAsync(HttpContext context, Operation operation) => operation.Access switch
    {
        Access.Anyone => null,
        Access.Resident => await SignInAsync(context, operation),
        _ => await RecogniseAsync(context),
    };

    /// <summary>The client of a program, or the network of a caller who is none.</summary>
    public static string ProgramOf(HttpContext context) => context.Items[Program] as string ?? Visitors.NetworkOf(context);

    /// <summary>The sign-in of a resident.</summary>
    public static Guid SessionOf(HttpContext context) => context.Items[Session] as Guid? ?? throw new InvalidOperationException("The operation is not for residents.");

    /// <summary>The token a call carries, from the header or the cookie; null where it carries none.</summary>
    public static string? TokenOf(HttpContext context)
    {
        var header = context.Request.Headers[Name].ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim()
            : header.Length > 0 ? header
            : context.Request.Cookies[Name];
    }

    private static async Task<ApiError?> SignInAsync(HttpContext context, Operation operation)
    {
        if (TokenOf(context) is not { Length: > 0 and < 128 } token)
        {
            return ApiErrors.NotAuthenticated;
        }

        var resumed = await context.RequestServices.GetRequiredService<ResumeSession>().ExecuteAsync(token, context.RequestAborted);
        if (!resumed.Try(out var session, out _))
        {
            return ApiErrors.NotAuthenticated;
        }

        context.Items[Session] = session.Id;

        // Whoever signed in with a code of the portal's own allowed everything; elsewhere people choose.
        return session.Allowed is { } allowed && ApiScopes.Of(operation) is { } scope && !allowed.Contains(scope) ? ApiErrors.Denied : null;
    }

    private static async Task<ApiError?> RecogniseAsync(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.OpenToAll)
        {
            return null;
        }

        if (await ProgramTokens.RecogniseAsync(context) is not { } program)
        {
            return ApiErrors.NotAuthenticated;
        }

        context.Items[Program] = program;
        return null;
    }
}
