using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.AuthManager;

/// <summary>
/// The portal's own token at the platform: fetched once however many need it, kept until a minute before it runs out, and never out of this process but
/// as the cookie the services read.
/// </summary>
internal sealed partial class ClientToken(
    WireExchange exchange, IAuthManagerApi authManager, IOpenIdTokenApi openId, PlatformClock platformClock, IOptions<MosipOptions> options, TimeProvider clock,
    ILogger<ClientToken> logger)
{
    private const string Prefix = "Authorization=";

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    /// <summary>How long a token is kept that does not say how long it lives; a 401 ends it earlier.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(5);

    private static readonly MosipOperation Authenticate = new("AuthManager", "Authenticate", Sending.Read, MosipOperation.Table());

    private static readonly MosipOperation ClientCredentials = new("OpenIdConnect", "Token", Sending.Read, MosipOperation.Table()) { IsEnveloped = false };

    private readonly Kept<string> _cookie = new(clock);

    /// <summary>
    /// The cookie that presents the token to the platform's services, which do not look at a bearer header. Problem: <see cref="CommonProblems.ServiceUnavailable"/>, with fact
    /// <c>at</c> where it is known when to try again.
    /// </summary>
    public Task<Outcome<string>> GetCookieAsync(CancellationToken cancellationToken) => _cookie.GetAsync(FetchAsync, cancellationToken);

    /// <summary>Forgets a token that a service has turned away, unless a newer one is there already.</summary>
    public void Drop(string cookie) => _cookie.Drop(cookie);

    private async Task<Outcome<Kept<string>.Entry>> FetchAsync()
    {
        var asked = clock.GetUtcNow();
        var (answer, token, life) = options.Value.TokenSource is MosipTokenSource.OpenIdConnect ? await FromOpenIdAsync() : await FromAuthManagerAsync();
        if (string.IsNullOrEmpty(token) || !token.All(char.IsAscii) || token.Any(char.IsControl))
        {
            Log.NoToken(logger, answer.Reason, answer.Codes.Count == 0 ? "none" : answer.Codes[0]);
            return answer.RetryAt is { } at ? CommonProblems.ServiceUnavailable.With("at", at) : CommonProblems.ServiceUnavailable;
        }

        var lifetime = LifetimeOf(token, asked) ?? life ?? Unsaid;
        var margin = lifetime > 2 * Margin ? Margin : lifetime / 2;
        return new Kept<string>.Entry(Prefix + token, asked + lifetime - margin);
    }

    private async Task<(WireAnswer Answer, string? Token, TimeSpan? Life)> FromAuthManagerAsync()
    {
        var settings = options.Value;
        var answer = await exchange.RunAsync(
            Authenticate,
            attempt => authManager.AuthenticateAsync(
                new KernelRequest<ClientSecretBody>(new ClientSecretBody(settings.AppId, settings.ClientId, settings.ClientSecret))
                {
                    Id = "io.mosip.resident", Version = "1.0", RequestTime = platformClock.Stamp(Authenticate.Service),
                },
                attempt),
            CancellationToken.None);
        return (answer, answer.Verdict is WireVerdict.Success ? FromHeaders(answer) : null, null);
    }

    private async Task<(WireAnswer Answer, string? Token, TimeSpan? Life)> FromOpenIdAsync()
    {
        var settings = options.Value;
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials", ["client_id"] = settings.ClientId, ["client_secret"] = settings.ClientSecret,
        };
        var answer = await exchange.RunAsync(ClientCredentials, attempt => openId.TokenAsync(form, attempt), CancellationToken.None);
        return answer.Verdict is WireVerdict.Success
            ? (answer, answer.Response.Text("access_token"), answer.Response.Whole("expires_in") is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null)
            : (answer, null, null);
    }

    /// <summary>Auth manager's token: in the header <c>Authorization</c>, else in the cookie of that name; never in the body.</summary>
    private static string? FromHeaders(WireAnswer answer)
    {
        IEnumerable<string> Values(string name) => answer.Headers is { } headers && headers.TryGetValues(name, out var values) ? values : [];
        var found = Values("Authorization").FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))
            ?? Values("Set-Cookie").FirstOrDefault(value => value.TrimStart().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase));
        var token = found?.Split(';')[0].Trim();
        return token is not null && token.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? token[Prefix.Length..] : token;
    }

    /// <summary>
    /// How long a token lives, by its own claims: from when it was made to when it ends, both by the issuer's clock, so that a clock of ours that is wrong
    /// does not matter. The signature is the services' business.
    /// </summary>
    private static TimeSpan? LifetimeOf(string token, DateTimeOffset now)
    {
        try
        {
            var parts = token.Split('.');
            using var claims = parts.Length == 3 ? JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])) : null;
            return claims?.RootElement.Whole("exp") is { } ends
                ? DateTimeOffset.FromUnixTimeSeconds(ends) - (claims.RootElement.Whole("iat") is { } made ? DateTimeOffset.FromUnixTimeSeconds(made) : now)
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The platform hands out no client token ({Reason}, {Code})")]
        public static partial void NoToken(ILogger logger, string reason, string code);
    }
}
