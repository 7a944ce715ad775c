using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>MOSIP ID authentication, internal part. Its POSTs want a header <c>Authorization</c> that says anything, beside the cookie that counts.</summary>
internal interface IIdAuthenticationApi
{
    /// <summary><c>POST /otp</c>: has a code sent.</summary>
    [Post("/otp")]
    [Headers("Authorization: resident-portal")]
    Task<HttpResponseMessage> RequestOtpAsync([Header("Cookie")] string cookie, [Body] OtpRequest body, CancellationToken cancellationToken);

    /// <summary><c>POST /auth</c>: has a code judged.</summary>
    [Post("/auth")]
    [Headers("Authorization: resident-portal")]
    Task<HttpResponseMessage> AuthenticateAsync([Header("Cookie")] string cookie, [Body] AuthRequest body, CancellationToken cancellationToken);
}

/// <summary>The service that has ID authentication's public key: ID authentication itself.</summary>
internal interface ICertificateApi
{
    /// <summary><c>GET /getCertificate</c>.</summary>
    [Get("/getCertificate")]
    Task<HttpResponseMessage> GetCertificateAsync([Header("Cookie")] string cookie, string applicationId, string referenceId, CancellationToken cancellationToken);
}

/// <summary>The request for a code.</summary>
internal sealed record OtpRequest
{
    /// <summary>The operation as MOSIP names it.</summary>
    [JsonPropertyName("id")]
    public string Id { get; init; } = "mosip.identity.otp.internal";

    /// <summary>The version; ID authentication refuses <c>v1</c>.</summary>
    [JsonPropertyName("version")]
    public string Version { get; init; } = "1.0";

    /// <summary>Ten digits that tie the code to this request.</summary>
    [JsonPropertyName("transactionID")]
    public required string TransactionId { get; init; }

    /// <summary>When it is asked, with three fraction digits.</summary>
    [JsonPropertyName("requestTime")]
    public required string RequestTime { get; init; }

    /// <summary>The UIN or VID.</summary>
    [JsonPropertyName("individualId")]
    public required string IndividualId { get; init; }

    /// <summary><c>PHONE</c>, <c>EMAIL</c>, or both.</summary>
    [JsonPropertyName("otpChannel")]
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Without the number.</summary>
    public override string ToString() => nameof(OtpRequest);
}

/// <summary>The request to judge a code; the code itself is sealed for ID authentication.</summary>
internal sealed record AuthRequest
{
    /// <summary>The operation as MOSIP names it.</summary>
    [JsonPropertyName("id")]
    public string Id { get; init; } = "mosip.identity.auth.internal";

    /// <summary>The version.</summary>
    [JsonPropertyName("version")]
    public string Version { get; init; } = "1.0";

    /// <summary>When it is asked, with three fraction digits.</summary>
    [JsonPropertyName("requestTime")]
    public required string RequestTime { get; init; }

    /// <summary>The transaction the code was asked with.</summary>
    [JsonPropertyName("transactionID")]
    public required string TransactionId { get; init; }

    /// <summary>The environment; left out where the deployment names none, since a wrong one is refused.</summary>
    [JsonPropertyName("env")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Environment { get; init; }

    /// <summary>The domain; left out likewise.</summary>
    [JsonPropertyName("domainUri")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DomainUri { get; init; }

    /// <summary>What is to be looked at: the code alone.</summary>
    [JsonPropertyName("requestedAuth")]
    public RequestedAuth RequestedAuth { get; init; } = new();

    /// <summary>That the person has agreed.</summary>
    [JsonPropertyName("consentObtained")]
    public bool ConsentObtained { get; init; } = true;

    /// <summary>The UIN or VID the code was asked with.</summary>
    [JsonPropertyName("individualId")]
    public required string IndividualId { get; init; }

    /// <summary>The sealed code and time.</summary>
    [JsonPropertyName("request")]
    public required string Request { get; init; }

    /// <summary>The key they are sealed with, sealed in turn.</summary>
    [JsonPropertyName("requestSessionKey")]
    public required string SessionKey { get; init; }

    /// <summary>The sealed hash.</summary>
    [JsonPropertyName("requestHMAC")]
    public required string Hash { get; init; }

    /// <summary>Which certificate was used.</summary>
    [JsonPropertyName("thumbprint")]
    public required string Thumbprint { get; init; }

    /// <summary>Without the number.</summary>
    public override string ToString() => nameof(AuthRequest);
}

/// <summary>What ID authentication is to look at.</summary>
internal sealed record RequestedAuth
{
    /// <summary>The code.</summary>
    [JsonPropertyName("otp")]
    public bool Otp { get; init; } = true;
}
