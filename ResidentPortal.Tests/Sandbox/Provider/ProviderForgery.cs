using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace ResidentPortal.Sandbox;

/// <summary>How a token is signed.</summary>
public enum TokenSeal
{
    /// <summary>By the provider's key.</summary>
    Right,

    /// <summary>By a key nobody knows, under the name of the provider's.</summary>
    Stranger,

    /// <summary>Not at all (<c>alg</c> is <c>none</c>).</summary>
    None,

    /// <summary>Not at all, though it says it were.</summary>
    Empty,
}

/// <summary>What the provider is to say wrongly, so that it can be seen that it is not believed.</summary>
public sealed class ProviderForgery : IDisposable
{
    private readonly Lazy<RSA> _right = new(() => RSA.Create(2048));
    private readonly Lazy<RSA> _stranger = new(() => RSA.Create(2048));

    private RsaSecurityKey? _key;

    internal ProviderForgery()
    {
    }

    /// <summary>Changes what the id token says.</summary>
    public Action<JsonObject>? IdToken { get; set; }

    /// <summary>How the id token is signed.</summary>
    public TokenSeal IdTokenSeal { get; set; }

    /// <summary>Changes what the user information says.</summary>
    public Action<JsonObject>? UserInformation { get; set; }

    /// <summary>How the user information is signed.</summary>
    public TokenSeal UserInformationSeal { get; set; }

    /// <summary>Whether the user information comes as bare JSON.</summary>
    public bool IsPlain { get; set; }

    /// <summary>Whether the user information is not encrypted, though the client has a key for it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The key of the provider.</summary>
    internal RsaSecurityKey Right => _key ??= KeyOf(_right.Value);

    /// <summary>Says the truth again.</summary>
    public void Clear() => (IdToken, IdTokenSeal, UserInformation, UserInformationSeal, IsPlain, IsOpen) = (null, TokenSeal.Right, null, TokenSeal.Right, false, false);

    /// <summary>Signs claims as ordered.</summary>
    internal string Sign(JsonObject claims, TokenSeal seal)
    {
        var json = claims.ToJsonString();
        if (seal is TokenSeal.None)
        {
            return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Base64UrlEncoder.Encode(json)}.";
        }

        if (seal is TokenSeal.Empty)
        {
            return $"{Base64UrlEncoder.Encode("""{"alg":"RS256","typ":"JWT","kid":"provider"}""")}.{Base64UrlEncoder.Encode(json)}.";
        }

        var key = seal is TokenSeal.Right ? Right : KeyOf(_stranger.Value);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(json, new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in new[] { _right, _stranger }.Where(key => key.IsValueCreated))
        {
            key.Value.Dispose();
        }
    }

    // Nothing of it is kept beyond this sandbox: another in the same process has a key of the same name.
    private static RsaSecurityKey KeyOf(RSA rsa) => new(rsa) { KeyId = "provider", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };

    internal ValueTask BendAsync(OpenIddictServerEvents.ApplyTokenResponseContext context)
    {
        if (context.Response.IdToken is { } token && (IdToken is not null || IdTokenSeal is not TokenSeal.Right))
        {
            var claims = JsonNode.Parse(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(token.Split('.')[1])))!.AsObject();
            IdToken?.Invoke(claims);
            context.Response.IdToken = Sign(claims, IdTokenSeal);
        }

        return ValueTask.CompletedTask;
    }
}
