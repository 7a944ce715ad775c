using System.Formats.Cbor;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>The CBOR web token inside a card's QR code (RFC 8392): who issued it, its times, and claim 169.</summary>
internal sealed record CardToken(string Issuer, DateTimeOffset IssuedAt, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, CardClaims Claims)
{
    /// <summary>The keys of the token.</summary>
    private static class Claim
    {
        public const int Issuer = 1;
        public const int ValidUntil = 4;
        public const int ValidFrom = 5;
        public const int IssuedAt = 6;
        public const int Identity = 169;
    }

    /// <summary>The token in canonical CBOR.</summary>
    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical, convertIndefiniteLengthEncodings: true);
        writer.WriteStartMap(null);
        CborMap.Write(writer, Claim.Issuer, Issuer);
        CborMap.Write(writer, Claim.ValidUntil, ValidUntil.ToUnixTimeSeconds());
        CborMap.Write(writer, Claim.ValidFrom, ValidFrom.ToUnixTimeSeconds());
        CborMap.Write(writer, Claim.IssuedAt, IssuedAt.ToUnixTimeSeconds());
        writer.WriteInt32(Claim.Identity);
        IdentityClaim.Write(writer, Claims);
        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <summary>The token in CBOR; null where it is none, or has not everything a card's token has.</summary>
    public static CardToken? Read(byte[] cbor)
    {
        try
        {
            return CborShape.IsSound(cbor) ? Read(new CborReader(cbor, CborConformanceMode.Strict)) : null;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException or ArgumentOutOfRangeException)
        {
            // Not CBOR, another type than it should be, or a number out of its range.
            return null;
        }
    }

    private static CardToken? Read(CborReader reader)
    {
        string? issuer = null;
        DateTimeOffset? issuedAt = null, validFrom = null, validUntil = null;
        CardClaims? claims = null;
        CborMap.Read(reader, key =>
        {
            switch (key)
            {
                case Claim.Issuer:
                    issuer = reader.ReadTextString();
                    break;
                case Claim.ValidUntil:
                    validUntil = ReadTime(reader);
                    break;
                case Claim.ValidFrom:
                    validFrom = ReadTime(reader);
                    break;
                case Claim.IssuedAt:
                    issuedAt = ReadTime(reader);
                    break;
                case Claim.Identity:
                    claims = IdentityClaim.Read(reader);
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        });
        return issuer is not null && issuedAt is not null && validUntil is not null && claims is not null
            ? new CardToken(issuer, issuedAt.Value, validFrom ?? issuedAt.Value, validUntil.Value, claims)
            : null;
    }

    private static DateTimeOffset ReadTime(CborReader reader) => DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64());
}
