using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Benchmarks;

/// <summary>The card that is measured: two scripts, a photo of 14 KB, a QR text of 700 characters.</summary>
internal static class SpecimenCard
{
    /// <summary>The password of the platform's rule for this person.</summary>
    public const string Password = "ANOU1990";

    /// <summary>As long as a signed claim 169 of this person is.</summary>
    public static readonly string QrText = string.Concat(Enumerable.Range(0, 700).Select(i => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[((i * i * 7) + (i * 31)) % 45]));

    private static readonly byte[] Face = ReadFace();

    /// <summary>The content, written anew.</summary>
    public static CardContent Write() => CardWriter.Write(
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
        Language.English, new DateOnly(2026, 11, 24), Face, QrText, "National Identification Authority", "https://resident.example.gov/check");

    private static byte[] ReadFace()
    {
        using var resource = typeof(SpecimenCard).Assembly.GetManifestResourceStream("face.jpg")!;
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
