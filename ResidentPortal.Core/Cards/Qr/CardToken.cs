using System.Formats.Cbor;
using System.Globalization;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>The CBOR web token inside a card's QR code (RFC 8392): who issued it, its times, and claim 169.</summary>
internal sealed record CardToken(string Issuer, DateTimeOffset IssuedAt, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, CardClaims Claims)
{
    private const string Version = "1.0";
    private const string DateForm = "yyyyMMdd";

    /// <summary>The keys of the token.</summary>
    private static class Claim
    {
        public const int Issuer = 1;
        public const int ValidUntil = 4;
        public const int ValidFrom = 5;
        public const int IssuedAt = 6;
        public const int Identity = 169;
    }

    /// <summary>The keys within claim 169; the others, a photo among them, are left unread.</summary>
    private static class Part
    {
        public const int Id = 1;
        public const int Version = 2;
        public const int Language = 3;
        public const int FullName = 4;
        public const int BornOn = 8;
        public const int Gender = 9;
        public const int Address = 10;
    }

    /// <summary>The token in canonical CBOR.</summary>
    public byte[] ToCbor()
    {
        var writer = new CborWriter(CborConformanceMode.Canonical, convertIndefiniteLengthEncodings: true);
        writer.WriteStartMap(null);
        Write(writer, Claim.Issuer, Issuer);
        Write(writer, Claim.ValidUntil, ValidUntil.ToUnixTimeSeconds());
        Write(writer, Claim.ValidFrom, ValidFrom.ToUnixTimeSeconds());
        Write(writer, Claim.IssuedAt, IssuedAt.ToUnixTimeSeconds());
        writer.WriteInt32(Claim.Identity);
        WriteIdentity(writer);
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
        ReadMap(reader, key =>
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
                    claims = ReadIdentity(reader);
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

    private static CardClaims? ReadIdentity(CborReader reader)
    {
        string? id = null, language = null, fullName = null, address = null;
        DateOnly? bornOn = null;
        CardGender? gender = null;
        ReadMap(reader, key =>
        {
            switch (key)
            {
                case Part.Id:
                    id = reader.ReadTextString();
                    break;
                case Part.Language:
                    language = reader.ReadTextString();
                    break;
                case Part.FullName:
                    fullName = reader.ReadTextString();
                    break;
                case Part.BornOn:
                    bornOn = DateOnly.TryParseExact(reader.ReadTextString(), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
                    break;
                case Part.Gender:
                    gender = (CardGender)reader.ReadInt32() is var number && Enum.IsDefined(number) ? number : null;
                    break;
                case Part.Address:
                    address = reader.ReadTextString();
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        });
        return id is null || fullName is null ? null : new CardClaims
        {
            Id = id, Language = language ?? string.Empty, FullName = fullName, BornOn = bornOn, Gender = gender, Address = address?.Split('\n') ?? [],
        };
    }

    private void WriteIdentity(CborWriter writer)
    {
        writer.WriteStartMap(null);
        Write(writer, Part.Id, Claims.Id);
        Write(writer, Part.Version, Version);
        Write(writer, Part.Language, Claims.Language);
        Write(writer, Part.FullName, Claims.FullName);
        if (Claims.BornOn is { } bornOn)
        {
            Write(writer, Part.BornOn, bornOn.ToString(DateForm, CultureInfo.InvariantCulture));
        }

        if (Claims.Gender is { } gender)
        {
            Write(writer, Part.Gender, (long)gender);
        }

        if (Claims.Address.Count > 0)
        {
            Write(writer, Part.Address, string.Join('\n', Claims.Address));
        }

        writer.WriteEndMap();
    }

    private static void ReadMap(CborReader reader, Action<long> readValue)
    {
        // The reader's own strict mode forgets the keys that stand before a nested map.
        var seen = new HashSet<long>();
        reader.ReadStartMap();
        while (reader.PeekState() is not CborReaderState.EndMap)
        {
            if (reader.PeekState() is CborReaderState.UnsignedInteger)
            {
                var key = reader.ReadInt64();
                if (!seen.Add(key))
                {
                    throw new CborContentException("A key stands twice.");
                }

                readValue(key);
            }
            else
            {
                reader.SkipValue();
                reader.SkipValue();
            }
        }

        reader.ReadEndMap();
    }

    private static DateTimeOffset ReadTime(CborReader reader) => DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64());

    private static void Write(CborWriter writer, int key, string value)
    {
        writer.WriteInt32(key);
        writer.WriteTextString(value);
    }

    private static void Write(CborWriter writer, int key, long value)
    {
        writer.WriteInt32(key);
        writer.WriteInt64(value);
    }
}
