using System.Formats.Cbor;
using System.Globalization;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>Claim 169 (<c>identity-data</c>, specification 1.1.0) in CBOR.</summary>
internal static class IdentityClaim
{
    private const string Version = "1.0";
    private const string DateForm = "yyyyMMdd";

    /// <summary>The keys of the claim; the others, a photo among them, are left unread.</summary>
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

    /// <summary>The claims; null where the number or the name is missing.</summary>
    public static CardClaims? Read(CborReader reader)
    {
        string? id = null, language = null, fullName = null, address = null;
        DateOnly? bornOn = null;
        CardGender? gender = null;
        CborMap.Read(reader, key =>
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

    /// <summary>Writes the claims, as far as there are any.</summary>
    public static void Write(CborWriter writer, CardClaims claims)
    {
        writer.WriteStartMap(null);
        CborMap.Write(writer, Part.Id, claims.Id);
        CborMap.Write(writer, Part.Version, Version);
        CborMap.Write(writer, Part.Language, claims.Language);
        CborMap.Write(writer, Part.FullName, claims.FullName);
        if (claims.BornOn is { } bornOn)
        {
            CborMap.Write(writer, Part.BornOn, bornOn.ToString(DateForm, CultureInfo.InvariantCulture));
        }

        if (claims.Gender is { } gender)
        {
            CborMap.Write(writer, Part.Gender, (long)gender);
        }

        if (claims.Address.Count > 0)
        {
            CborMap.Write(writer, Part.Address, string.Join('\n', claims.Address));
        }

        writer.WriteEndMap();
    }
}
