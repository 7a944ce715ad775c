namespace ResidentPortal.Core.Mosip;

/// <summary>With whom residents share data, and what the platform hands over with it (<c>/credentialrequest/requestgenerator</c>).</summary>
public sealed class MosipShare
{
    /// <summary>The type of the partners data may be shared with (<c>resident.share-credential.partner.type</c>).</summary>
    public string PartnerType { get; set; } = "Auth_Partner";

    /// <summary>The credential that the partners' policies are for.</summary>
    public string CredentialType { get; set; } = "vercred";

    /// <summary>The PIN by which the platform encrypts the attributes for the partner; without one it does not.</summary>
    public string? EncryptionKey { get; set; }
}
