using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.CredentialRequest;

/// <summary>MOSIP credential request generator. The client needs the role <c>CREDENTIAL_REQUEST</c>.</summary>
internal interface ICredentialRequestApi
{
    /// <summary><c>POST /requestgenerator</c>: records that a partner is to get a credential.</summary>
    [Post("/requestgenerator")]
    Task<HttpResponseMessage> GenerateAsync([Header("Cookie")] string cookie, [Body] KernelRequest<CredentialToIssue> body, CancellationToken cancellationToken);

    /// <summary><c>GET /get/{requestId}</c>: where a request stands.</summary>
    [Get("/get/{requestId}")]
    Task<HttpResponseMessage> FindAsync([Header("Cookie")] string cookie, string requestId, CancellationToken cancellationToken);

    /// <summary><c>GET /cancel/{requestId}</c>: takes a request back while it is new.</summary>
    [Get("/cancel/{requestId}")]
    Task<HttpResponseMessage> CancelAsync([Header("Cookie")] string cookie, string requestId, CancellationToken cancellationToken);
}

/// <summary>The credential that a partner is to get.</summary>
internal sealed record CredentialToIssue
{
    /// <summary>The UIN.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The type of the credential.</summary>
    [JsonPropertyName("credentialType")]
    public required string CredentialType { get; init; }

    /// <summary>The partner.</summary>
    [JsonPropertyName("issuer")]
    public required string Issuer { get; init; }

    /// <summary>Left blank; spelt so on the wire.</summary>
    [JsonPropertyName("recepiant")]
    public string? Recipient { get; init; }

    /// <summary>Left blank.</summary>
    [JsonPropertyName("user")]
    public string? User { get; init; }

    /// <summary>Whether the platform encrypts the attributes for the partner.</summary>
    [JsonPropertyName("encrypt")]
    public required bool Encrypt { get; init; }

    /// <summary>The PIN it encrypts them by.</summary>
    [JsonPropertyName("encryptionKey")]
    public required string? EncryptionKey { get; init; }

    /// <summary>The attributes the partner gets; none stands for all that its policy allows.</summary>
    [JsonPropertyName("sharableAttributes")]
    public required IReadOnlyList<string> SharableAttributes { get; init; }

    /// <summary>What the partner is told beside the credential: <see cref="CardWishes"/> or <see cref="ShareWishes"/>.</summary>
    [JsonPropertyName("additionalData")]
    public required object AdditionalData { get; init; }

    /// <summary>Without number and key.</summary>
    public override string ToString() => nameof(CredentialToIssue);
}

/// <summary>
/// How the card is to be. MOSIP has no one word for a masked card in this call: <c>cardType</c> tells the printer, in the words of the reprint packet, and
/// <c>maskingAttributes</c> has the platform mask the number before the printer gets it, as it does for shared data.
/// </summary>
/// <param name="CardType"><c>UIN</c> or <c>MASKED_UIN</c>.</param>
/// <param name="MaskingAttributes">The attributes to mask.</param>
internal sealed record CardWishes(
    [property: JsonPropertyName("cardType")] string CardType, [property: JsonPropertyName("maskingAttributes")] IReadOnlyList<string> MaskingAttributes);

/// <summary>How shared data are to be; the first is spelt so on the wire.</summary>
/// <param name="FormattingAttributes">The formats by attribute.</param>
/// <param name="MaskingAttributes">The attributes to mask.</param>
internal sealed record ShareWishes(
    [property: JsonPropertyName("formatingAttributes")] IReadOnlyDictionary<string, string> FormattingAttributes,
    [property: JsonPropertyName("maskingAttributes")] IReadOnlyList<string> MaskingAttributes);
