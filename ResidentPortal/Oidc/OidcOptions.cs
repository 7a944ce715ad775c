using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Oidc;

/// <summary>The OpenID Connect provider that residents may sign in at (section <c>Oidc</c>), such as the platform's eSignet. Off without an issuer.</summary>
public sealed class OidcOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Oidc";

    /// <summary>The provider's name of itself, exactly as its tokens have it; nobody can sign in there without it.</summary>
    public string? Issuer { get; set; }

    /// <summary>Where the provider describes itself; below the issuer unless said otherwise.</summary>
    public string? MetadataAddress { get; set; }

    /// <summary>How residents call the provider.</summary>
    public string Name { get; set; } = "eSignet";

    /// <summary>The portal's client at the provider.</summary>
    public string? ClientId { get; set; }

    /// <summary>The private RSA key that the client proves itself with (<c>private_key_jwt</c>): PEM, or the path of its file.</summary>
    public string? ClientKey { get; set; }

    /// <summary>The name of that key at the provider, where it wants one.</summary>
    public string? ClientKeyId { get; set; }

    /// <summary>Whom the client addresses when it proves itself.</summary>
    public AssertionAudience Audience { get; set; } = AssertionAudience.TokenEndpoint;

    /// <summary>The private RSA key that user information is encrypted for: PEM, or the path of its file. Information that is only signed is refused with it.</summary>
    public string? DecryptionKey { get; set; }

    /// <summary>What is asked for, with spaces between.</summary>
    public string Scopes { get; set; } = "openid profile Manage-Identity-Data Manage-VID Manage-Authentication Manage-Service-Requests Manage-Credentials";

    /// <summary>The ways to show who one is that are good enough (<c>acr</c>), with spaces between, the best first.</summary>
    public string AcrValues { get; set; } = "mosip:idp:acr:biometrics mosip:idp:acr:generated-code";

    /// <summary>The claim of the user information that has the UIN or VID.</summary>
    public string NumberClaim { get; set; } = "individual_id";

    /// <summary>How many seconds ago somebody may have shown who they are.</summary>
    [Range(30, 900, ErrorMessage = "must be between 30 and 900 seconds.")]
    public int MaxAgeSeconds { get; set; } = 300;

    /// <summary>How many seconds the provider's clock may differ.</summary>
    [Range(0, 60, ErrorMessage = "must be between 0 and 60 seconds.")]
    public int SkewSeconds { get; set; } = 30;

    /// <summary>How many seconds the provider has for an answer.</summary>
    [Range(1, 30, ErrorMessage = "must be between 1 and 30 seconds.")]
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>Where the API may send people back to who signed in for a client of it: addresses, or beginnings of addresses that end in a slash.</summary>
    public IList<string> ReturnAddresses { get; } = [];

    /// <summary>Whether residents can sign in at a provider.</summary>
    internal bool IsOn => !string.IsNullOrWhiteSpace(Issuer);

    /// <summary>Where the provider describes itself.</summary>
    internal string Metadata => string.IsNullOrWhiteSpace(MetadataAddress) ? $"{Issuer!.TrimEnd('/')}/.well-known/openid-configuration" : MetadataAddress;

    /// <summary>The parts of a setting between its spaces.</summary>
    internal static string[] Split(string setting) => setting.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether people may be sent back to an address.</summary>
    internal bool MayReturnTo(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0
        && ReturnAddresses.Any(known => known.EndsWith('/') ? uri.AbsoluteUri.StartsWith(known, StringComparison.Ordinal) : string.Equals(uri.AbsoluteUri, known, StringComparison.Ordinal));
}

/// <summary>Whom the client addresses when it proves itself to the provider.</summary>
public enum AssertionAudience
{
    /// <summary>The address where tokens are fetched, in a statement without a type of its own: what eSignet takes.</summary>
    TokenEndpoint,

    /// <summary>The issuer, in a statement of its own type (<c>client-authentication+jwt</c>): what the newer rules of RFC 7523 want.</summary>
    Issuer,
}
