using System.Text.Json.Nodes;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace ResidentPortal.Sandbox;

/// <content>What partners got.</content>
public sealed partial class PlatformState
{
    /// <summary>All that was to be shared, the oldest first, with the credential where the partner has it.</summary>
    public IReadOnlyList<JsonObject> Shares() => [.. Credentials.All.Where(order => order.Share is not null).Select(Share)];

    /// <summary>The card a partner made of an order, as a file.</summary>
    public byte[] DigitalCard(CredentialOrder order)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText($"Card of {order.Id[^4..]}", 12, new UglyToad.PdfPig.Core.PdfPoint(60, 700), font);
        return builder.Build();
    }

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
