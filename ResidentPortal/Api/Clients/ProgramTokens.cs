using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ResidentPortal.Api.Clients;

/// <summary>
/// The door for programs: a token of the platform's realm, by client credentials, in the header or the cookie, signed with a key of the realm, not run out, with the
/// role. The realm's keys are fetched when they are first needed, kept, and fetched anew for a key that is not among them.
/// </summary>
internal static class ProgramTokens
{
    private const string Scheme = "program";
    private const string Client = "azp";
    private const string RealmAccess = "realm_access";

    /// <summary>The client whose token a call carries; null where it carries none that holds.</summary>
    public static async Task<string?> RecogniseAsync(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value;
        var result = await context.AuthenticateAsync(Scheme);
        var client = result.Principal?.FindFirst(Client)?.Value;
        return result.Succeeded && client is { Length: > 0 }
            && RolesOf(result.Principal!.FindFirst(RealmAccess)?.Value).Contains(options.Role, StringComparer.Ordinal)
            && (options.Clients.Count == 0 || options.Clients.Contains(client, StringComparer.Ordinal))
                ? client
                : null;
    }

    /// <summary>Registers the judging of tokens.</summary>
    public static void AddPrograms(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ApiOptions.Section);
        var realm = section[nameof(ApiOptions.Realm)] ?? $"{configuration["Mosip:BaseUrl"]?.TrimEnd('/')}/auth/realms/mosip";
        if (!Uri.TryCreate(realm, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return;
        }

        var inside = configuration.GetSection("Mosip:InternalHttpHosts").Get<string[]>() ?? [];
        services.AddAuthentication().AddJwtBearer(Scheme, bearer =>
        {
            bearer.MetadataAddress = $"{realm.TrimEnd('/')}/.well-known/openid-configuration";
            bearer.RequireHttpsMetadata = !address.IsLoopback && !inside.Contains(address.Host, StringComparer.OrdinalIgnoreCase);
            bearer.BackchannelTimeout = TimeSpan.FromSeconds(10);
            bearer.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(3) };
            bearer.MapInboundClaims = false;
            bearer.RefreshInterval = TimeSpan.FromMinutes(1);
            bearer.Events = new JwtBearerEvents { OnMessageReceived = Take };
            bearer.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                ClockSkew = TimeSpan.FromSeconds(30),

                // The realm's tokens are for every service of the platform, and say so with one word. Which client may call is judged by name and role.
                AudienceValidator = static (_, _, _) => true,
            };
        });
    }

    private static Task Take(MessageReceivedContext context)
    {
        context.Token = ApiAccess.TokenOf(context.HttpContext);
        if (string.IsNullOrEmpty(context.Token))
        {
            context.NoResult();
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> RolesOf(string? realmAccess)
    {
        try
        {
            using var json = JsonDocument.Parse(realmAccess ?? "{}");
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind is JsonValueKind.Array
                ? [.. roles.EnumerateArray().Where(role => role.ValueKind is JsonValueKind.String).Select(role => role.GetString()!)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
