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
        public const int Email = 11;
        public const int Phone = 12;
    }

    /// <summary>The claims; null where there are none. A card of chosen data may lack number and name.</summary>
    public static CardClaims? Read(CborReader reader)
    {
        string? id = null, language = null, fullName = null, address = null, bornText = null, email = null, phone = null, version = null;
        DateOnly? bornOn = null;
        CardGender? gender = null;
        CborMap.Read(reader, key =>
        {
            switch (key)
            {
                case Part.Id:
                    id = reader.ReadTextString();
                    break;
                case Part.Version:
                    version = reader.ReadTextString();
                    break;
                case Part.Language:
                    language = reader.ReadTextString();
                    break;
                case Part.FullName:
                    fullName = reader.ReadTextString();
                    break;
                case Part.BornOn:
                    bornText = reader.ReadTextString();
                    bornOn = DateOnly.TryParseExact(bornText, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
                    break;
                case Part.Gender:
                    gender = (CardGender)reader.ReadInt32() is var number && Enum.IsDefined(number) ? number : null;
                    break;
                case Part.Address:
                    address = reader.ReadTextString();
                    break;
                case Part.Email:
                    email = reader.ReadTextString();
                    break;
                case Part.Phone:
                    phone = reader.ReadTextString();
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        });
        return version is null && (id is null || fullName is null) ? null : new CardClaims
        {
            Id = id ?? string.Empty, Language = language ?? string.Empty, FullName = fullName ?? string.Empty, BornOn = bornOn, BornText = bornOn is null ? bornText : null, Gender = gender,
            Address = address?.Split('\n') ?? [], Email = email, Phone = phone,
        };
    }

    /// <summary>Writes the claims, as far as there are any.</summary>
    public static void Write(CborWriter writer, CardClaims claims)
    {
        writer.WriteStartMap(null);
        WriteText(Part.Id, claims.Id);
        WriteText(Part.Version, Version);
        WriteText(Part.Language, claims.Language);
        WriteText(Part.FullName, claims.FullName);
        WriteText(Part.BornOn, claims.BornOn?.ToString(DateForm, CultureInfo.InvariantCulture) ?? claims.BornText);

        if (claims.Gender is { } gender)
        {
            CborMap.Write(writer, Part.Gender, (long)gender);
        }

        WriteText(Part.Address, string.Join('\n', claims.Address));
        WriteText(Part.Email, claims.Email);
        WriteText(Part.Phone, claims.Phone);
        writer.WriteEndMap();

        void WriteText(int part, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                CborMap.Write(writer, part, text);
            }
        }
    }
}
