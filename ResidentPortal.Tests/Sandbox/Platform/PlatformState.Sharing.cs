using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <content>What partners got.</content>
public sealed partial class PlatformState
{
    /// <summary>All that was to be shared, the oldest first, with the credential where the partner has it.</summary>
    public IReadOnlyList<JsonObject> Shares() => [.. Credentials.All.Where(order => order.Share is not null).Select(Share)];

    private JsonObject Share(CredentialOrder order)
    {
        var (status, partner) = (Credentials.StatusOf(order.RequestId)!, DemoPartners.Find(order.Issuer)!);
        return new JsonObject
        {
            ["requestId"] = order.RequestId.ToString(),
            ["partnerId"] = partner.Id,
            ["status"] = status,
            ["credentialSubject"] = status is "ISSUED" or "STORED" ? ShareCredential.Issue(FindIdentity(order.Id), order.Share!, partner, FindBiometrics(order.Id)) : null,
        };
    }
}
