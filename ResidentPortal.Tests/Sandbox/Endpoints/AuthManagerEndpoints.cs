using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Auth manager's client token (<c>clientidsecretkey</c>) and Keycloak's own token end point, of which MOSIP services use either.</summary>
internal sealed class AuthManagerEndpoints(PlatformState state, ClientTokens tokens, SandboxOptions options)
{
    private static readonly PlatformOperation Token = new("authmanager.token", Dialect.Kernel, NeedsToken: false);
    private static readonly PlatformOperation OidcToken = new("keycloak.token", Dialect.Plain, NeedsToken: false);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", "/v1/authmanager/authenticate/clientidsecretkey", Token, IssueAsync);
        routes.Map("POST", "/auth/realms/mosip/protocol/openid-connect/token", OidcToken, IssueByOidcAsync);
    }

    private async Task IssueAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        var request = json?["request"] as JsonObject;
        var reply = new KernelReply(state.Clock, Json.Text(json, "id"), Json.Text(json, "version"), NullErrors: true);
        string[] fields = ["appId", "clientId", "secretKey"];
        if (Array.Find(fields, field => string.IsNullOrWhiteSpace(Json.Text(request, field))) is { } missing)
        {
            await reply.WriteAsync(context, () => throw new PlatformException("KER-ATH-019", $"{missing} should not be null or empty"));
            return;
        }

        var appId = Json.Text(request, "appId")!;
        if (!string.Equals(appId, "resident", StringComparison.Ordinal))
        {
            await reply.WriteAsync(context, () => throw new PlatformException("KER-ATH-026", $"Realm not found:: {appId}"));
            return;
        }

        var clientId = Json.Text(request, "clientId")!;
        if (!Knows(clientId, Json.Text(request, "secretKey")!))
        {
            // Nothing catches Keycloak's refusal: the general handler answers.
            var refusal = Envelope.Kernel(state.Clock.WallNow, reply.Id, reply.Version, response: null, [Envelope.KernelError("500", "401 Unauthorized")]);
            await Json.WriteAsync(context, refusal, StatusCodes.Status500InternalServerError);
            return;
        }

        // The token is in the header and the cookie, never in the body; the cookie's age says nothing of the token's.
        var token = tokens.Issue(clientId);
        context.Response.Headers.Authorization = token;
        context.Response.Headers.SetCookie = $"Authorization={token}; Max-Age=6000000; Path=/; HttpOnly";
        await reply.WriteAsync(context, () => new JsonObject
        {
            ["status"] = "Success",
            ["message"] = "Clientid and Token combination had been validated successfully",
        });
    }

    private async Task IssueByOidcAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!string.Equals(form["grant_type"], "client_credentials", StringComparison.Ordinal))
        {
            await Json.WriteAsync(context, OidcError("unsupported_grant_type", "Unsupported grant_type"), StatusCodes.Status400BadRequest);
            return;
        }

        var clientId = form["client_id"].ToString();
        if (!Knows(clientId, form["client_secret"].ToString()))
        {
            await Json.WriteAsync(context, OidcError("unauthorized_client", "Invalid client or Invalid client credentials"), StatusCodes.Status401Unauthorized);
            return;
        }

        await Json.WriteAsync(context, new JsonObject
        {
            ["access_token"] = tokens.Issue(clientId),
            ["expires_in"] = (int)ClientTokens.Lifetime.TotalSeconds,
            ["refresh_expires_in"] = 0,
            ["token_type"] = "Bearer",
            ["not-before-policy"] = 0,
            ["scope"] = "individual_id ida_token email profile",
        });
    }

    private static JsonObject OidcError(string error, string description) => new() { ["error"] = error, ["error_description"] = description };

    // Without a configured secret any will do: only its absence is refused.
    private bool Knows(string clientId, string secret) =>
        string.Equals(clientId, options.ClientId, StringComparison.Ordinal) && secret.Length > 0
        && (options.ClientSecret is null || string.Equals(secret, options.ClientSecret, StringComparison.Ordinal));
}
