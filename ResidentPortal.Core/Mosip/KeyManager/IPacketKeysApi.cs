using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.KeyManager;

/// <summary>MOSIP key manager, as far as packets need it.</summary>
internal interface IPacketKeysApi
{
    /// <summary><c>POST /tpmsigning/publickey</c>: the public half of the key that <see cref="SignAsync"/> signs with.</summary>
    [Post("/tpmsigning/publickey")]
    Task<HttpResponseMessage> FindSigningKeyAsync([Header("Cookie")] string cookie, [Body] KernelRequest<SigningKeyQuery> body, CancellationToken cancellationToken);

    /// <summary><c>POST /encrypt</c>: bytes encrypted for the receiver of a machine's packets.</summary>
    [Post("/encrypt")]
    Task<HttpResponseMessage> EncryptAsync([Header("Cookie")] string cookie, [Body(buffered: false)] HttpContent body, CancellationToken cancellationToken);

    /// <summary><c>POST /cssign</c>: bytes signed with the machine's key.</summary>
    [Post("/cssign")]
    Task<HttpResponseMessage> SignAsync([Header("Cookie")] string cookie, [Body(buffered: false)] HttpContent body, CancellationToken cancellationToken);
}

/// <summary>Which signing key is wanted.</summary>
/// <param name="ServerProfile">The profile.</param>
internal sealed record SigningKeyQuery([property: JsonPropertyName("serverProfile")] string ServerProfile);

/// <summary>What is to be encrypted, and how; the bytes themselves are written in as the body goes out.</summary>
internal sealed record BytesToEncrypt
{
    /// <summary>The application whose keys are used.</summary>
    [JsonPropertyName("applicationId")]
    public string ApplicationId { get; init; } = "REGISTRATION";

    /// <summary>The machine, as <c>centre_machine</c>.</summary>
    [JsonPropertyName("referenceId")]
    public required string ReferenceId { get; init; }

    /// <summary>The time by which the key is chosen.</summary>
    [JsonPropertyName("timeStamp")]
    public required string TimeStamp { get; init; }

    /// <summary>Whether the certificate's thumbprint stands before the key.</summary>
    [JsonPropertyName("prependThumbprint")]
    public bool PrependThumbprint { get; init; } = true;

    /// <summary>32 bytes that are authenticated too.</summary>
    [JsonPropertyName("aad")]
    public required byte[] Aad { get; init; }

    /// <summary>The 12 bytes of the nonce.</summary>
    [JsonPropertyName("salt")]
    public required byte[] Salt { get; init; }

    /// <summary>The place of the bytes.</summary>
    [JsonPropertyName("data")]
    public string Data { get; init; } = string.Empty;
}

/// <summary>What is to be signed; the bytes are written in as the body goes out.</summary>
internal sealed record BytesToSign
{
    /// <summary>The place of the bytes.</summary>
    [JsonPropertyName("data")]
    public string Data { get; init; } = string.Empty;
}
