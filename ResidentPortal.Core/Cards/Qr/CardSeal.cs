using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Text;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>
/// Makes the text of a card's QR code, which anybody with the authority's public key can check without a network: claim 169 in a CBOR web token (RFC 8392),
/// signed with ES256 (COSE_Sign1, RFC 9052), packed and written in Base45, as MOSIP's own decoder reads it.
/// </summary>
public sealed class CardSeal(CardKeys keys)
{
    /// <summary>The text, valid from now on for as many years as configured.</summary>
    public string Write(CardClaims claims, DateTimeOffset now)
    {
        var token = new CardToken(keys.Issuer, now, now, now.AddYears(keys.ValidYears), claims);
        using var key = keys.OpenSigning();
        var headers = new CoseHeaderMap { [CoseHeaderLabel.KeyIdentifier] = CoseHeaderValue.FromBytes(Encoding.ASCII.GetBytes(keys.CurrentId)) };
        return CardText.Write(CoseSign1Message.SignEmbedded(token.ToCbor(), new CoseSigner(key, HashAlgorithmName.SHA256, headers)));
    }
}
