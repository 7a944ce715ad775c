namespace ResidentPortal.Core.Mosip;

/// <summary>Who prints cards, and what the platform hands to them with an order (<c>/credentialrequest/requestgenerator</c>).</summary>
public sealed class MosipPrint
{
    /// <summary>The partner of type <c>Print_Partner</c>, by its id at the platform.</summary>
    public string Partner { get; set; } = "mpartner-default-print";

    /// <summary>The credential that the partner's policy is for.</summary>
    public string CredentialType { get; set; } = "euin";

    /// <summary>The attributes that the partner gets; without any, all that its policy allows.</summary>
    public IList<string> Attributes { get; set; } = [];

    /// <summary>The PIN by which the platform encrypts the attributes for the partner; without one it does not.</summary>
    public string? EncryptionKey { get; set; }
}
