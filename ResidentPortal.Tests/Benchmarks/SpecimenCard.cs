using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Benchmarks;

/// <summary>The card that is measured: two scripts, a photo of 14 KB, claims signed with a key of its own.</summary>
internal static class SpecimenCard
{
    /// <summary>The password of the platform's rule for this person.</summary>
    public const string Password = "ANOU1990";

    /// <summary>A face as it is enrolled: JPEG 2000, 480 by 640 dots, a twentieth of its size.</summary>
    public static readonly FaceImage Enrolled = new(ImageKind.Jp2, Read("face.jp2"));

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly CardSeal Signer = new(new CardKeys(Options.Create(new CardKeyOptions { Signing = FreshKey(), Issuer = "https://resident.example.gov" })));
    public static readonly byte[] Face = Read("face.jpg");

    private static readonly CardClaims Claims = new()
    {
        Id = "XXXXXX8651",
        Language = "eng",
        FullName = "Anouar Ben Salah",
        BornOn = new DateOnly(1990, 5, 21),
        Gender = CardGender.Male,
        Address = ["House 14, Palm Street", "Rabat 10114"],
    };

    /// <summary>The text of the QR code, signed anew.</summary>
    public static string Seal() => Signer.Write(Claims, Now);

    /// <summary>The content, written anew around a text of the QR code.</summary>
    public static CardContent Write(string qrText) => CardWriter.Write(
        new CardHolder
        {
            Uin = Uin.Parse("4952408651", out _)!,
            Status = IdentityStatus.Activated,
            Names = [new("eng", "Anouar Ben Salah"), new("ara", "أنور بن صالح الفاسي")],
            BornOn = new DateOnly(1990, 5, 21),
            Genders = [new("eng", "Male"), new("ara", "ذكر")],
            Addresses = [new("eng", ["House 14, Palm Street", "Rabat 10114"]), new("ara", ["منزل رقم 14، شارع النخيل", "الرباط 10114"])],
        },
        CardNumber.Of(Uin.Parse("4952408651", out _)!, isMasked: true),
        Language.English, new DateOnly(2026, 11, 24), Face, qrText, "National Identification Authority", "https://resident.example.gov/check");

    private static byte[] Read(string name)
    {
        using var resource = typeof(SpecimenCard).Assembly.GetManifestResourceStream(name)!;
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return file;
    }

    private static string FreshKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
