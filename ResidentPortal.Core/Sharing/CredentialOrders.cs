using System.Text.Json;
using ResidentPortal.Core.Identifiers;

namespace ResidentPortal.Core.Sharing;

/// <summary>The wish of another program that a partner gets a credential of a resident, who has proved by a code that they want it.</summary>
public sealed record CredentialRequestOrder
{
    /// <summary>The id of the call.</summary>
    public required Guid IntentId { get; init; }

    /// <summary>The program that asks: what it was made out to be, or nothing where programs need not say. No other program finds the request again.</summary>
    public required string Client { get; init; }

    /// <summary>The type of the credential.</summary>
    public required string CredentialType { get; init; }

    /// <summary>The partner that gets it, by its id at the platform.</summary>
    public required string PartnerId { get; init; }

    /// <summary>The attributes it is to hold; none stands for all that the partner's policy allows.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Whether the platform is to encrypt the attributes.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The PIN it encrypts them by; it is handed on and never kept.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>Whom the partner is to give it to.</summary>
    public string? Recipient { get; init; }

    /// <summary>The user at the partner.</summary>
    public string? User { get; init; }

    /// <summary>What the partner is told beside the credential, as the program wrote it; it is handed on and never kept.</summary>
    public JsonElement? AdditionalData { get; init; }

    /// <summary>Without what is handed on.</summary>
    public override string ToString() => nameof(CredentialRequestOrder);
}

/// <summary>A request that was taken.</summary>
/// <param name="EventId">Its number at the portal.</param>
/// <param name="RequestId">Its number at the platform.</param>
public sealed record TakenCredential(EventId EventId, Guid RequestId);

/// <summary>Where a request stands.</summary>
/// <param name="Person">The number it was asked with, where the platform tells it.</param>
/// <param name="Word">The platform's word, or that of the partner: letters, digits and underscores.</param>
public sealed record CredentialStanding(IndividualId? Person, string Word);

/// <summary>A type of credential.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is.</param>
/// <param name="Issuers">Who issues it.</param>
public sealed record CredentialType(string Id, string? Name, string? Description, IReadOnlyList<CredentialIssuer> Issuers);

/// <summary>Who issues credentials of a type.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">What it is called.</param>
public sealed record CredentialIssuer(string Code, string? Name);

/// <summary>What a partner may get by its policy for a type.</summary>
/// <param name="Document">The policy as the platform has it written.</param>
public sealed record CredentialPolicy(JsonElement Document);
