using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;
using System.Text;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Tests.World;

namespace ResidentPortal.Tests.Cards;

/// <summary>Makes the texts of cards: those of the portal, and such as nobody should believe.</summary>
internal sealed class QrForge
{
    public const string Issuer = "https://resident.example.org";
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 15, TimeSpan.Zero);

    public static readonly CardClaims Meera = new()
    {
        Id = "XXXXXX8651",
        Language = "eng",
        FullName = "Meera Kaldan",
        BornOn = new DateOnly(1990, 5, 17),
        Gender = CardGender.Female,
        Address = ["12 Harbour Lane", "Flat 3", "Old Quarter", "Kenitra", "Rabat Sale Kenitra", "14022"],
    };

    public QrForge(string? signing = null, params string[] retired)
    {
        Pem = signing ?? CardPem.Fresh();
        var options = new CardKeyOptions { Signing = Pem, Issuer = Issuer };
        foreach (var key in retired)
        {
            options.Retired.Add(key);
        }

        Keys = new CardKeys(Options.Create(options));
    }

    public string Pem { get; }

    public CardKeys Keys { get; }

    public CardCheck Check => new(Keys);

    public string Text(CardClaims? claims = null) => new CardSeal(Keys).Write(claims ?? Meera, Now);

    /// <summary>A text over a payload of a test's own, well signed.</summary>
    public string Sign(Action<CborWriter> payload, string? protectedId = null, string? openId = null)
    {
        using var key = CardPem.Open(Pem);
        return Sign(key, HashAlgorithmName.SHA256, payload, protectedId ?? (openId is null ? Keys.CurrentId : null), openId);
    }

    public string Sign(ECDsa key, HashAlgorithmName hash, Action<CborWriter> payload, string? protectedId, string? openId) =>
        CardText.Write(CoseSign1Message.SignEmbedded(Cbor(payload), new CoseSigner(key, hash, Headers(protectedId), Headers(openId))));

    /// <summary>A message put together by hand, with a signature of zeros.</summary>
    public static string Unsigned(Action<CborWriter> protectedHeaders, Action<CborWriter> payload) => CardText.Write(Cbor(writer =>
    {
        writer.WriteTag((CborTag)18);
        writer.WriteStartArray(4);
        writer.WriteByteString(Cbor(protectedHeaders));
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(Cbor(payload));
        writer.WriteByteString(new byte[64]);
        writer.WriteEndArray();
    }));

    /// <summary>The claims of a card in time, with something of a test's own in claim 169 or without it.</summary>
    public static Action<CborWriter> Token(Action<CborWriter>? identity = null, Action<CborWriter>? more = null, bool hasIdentity = true) => writer =>
    {
        writer.WriteStartMap(null);
        writer.WriteInt32(1);
        writer.WriteTextString(Issuer);
        writer.WriteInt32(4);
        writer.WriteInt64(Now.AddYears(1).ToUnixTimeSeconds());
        writer.WriteInt32(6);
        writer.WriteInt64(Now.ToUnixTimeSeconds());
        if (hasIdentity)
        {
            writer.WriteInt32(169);
            writer.WriteStartMap(null);
            writer.WriteInt32(1);
            writer.WriteTextString("XXXXXX8651");
            writer.WriteInt32(4);
            writer.WriteTextString("Meera Kaldan");
            identity?.Invoke(writer);
            writer.WriteEndMap();
        }

        more?.Invoke(writer);
        writer.WriteEndMap();
    };

    public static byte[] Cbor(Action<CborWriter> write)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        write(writer);
        return writer.Encode();
    }

    private static CoseHeaderMap Headers(string? id) => id is null ? [] : new() { [CoseHeaderLabel.KeyIdentifier] = CoseHeaderValue.FromBytes(Encoding.ASCII.GetBytes(id)) };
}
