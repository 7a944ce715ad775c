using System.Formats.Cbor;
using System.Security.Cryptography;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Cards.QrForge;

namespace ResidentPortal.Tests.Cards;

/// <summary>The text of a card's QR code, checked with nothing but keys.</summary>
public sealed class QrCardCheckTests
{
    private readonly QrForge _forge = new();

    [Fact]
    public void A_card_says_what_was_printed_on_it()
    {
        var card = Read(_forge.Text()).Value;

        ShouldSay(card.Claims, Meera);
        (card.Issuer, card.KeyId).ShouldBe((Issuer, _forge.Keys.CurrentId));
        card.IssuedAt.ShouldBe(Now);
        card.ValidUntil.ShouldBe(Now.AddYears(10));
    }

    [Fact]
    public void A_card_needs_no_more_than_a_name_and_a_number()
    {
        var claims = new CardClaims { Id = "4952408651", Language = "amh", FullName = "አበበ በቀለ ወልደማርያም" };
        ShouldSay(Read(_forge.Text(claims)).Value.Claims, claims);
    }

    [Fact]
    public void The_text_is_short_enough_to_be_printed_small()
    {
        var text = _forge.Text();
        text.Length.ShouldBeLessThan(500);
        text.ShouldAllBe(letter => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".Contains(letter));
        var arabic = Meera with { Language = "ara", FullName = "عبد الرحمن بن يوسف الأندلسي", Address = ["12 زقاق الميناء", "شقة 3", "الحي القديم", "القنيطرة", "الرباط سلا القنيطرة", "14022"] };
        _forge.Text(arabic).Length.ShouldBeLessThan(600);
        var longest = Meera with { FullName = "Maximiliana Theodora Konstantinopolitana Wilhelmina von Hohenberg-Falkenstein II", Address = [.. Enumerable.Repeat("Abcdefghij Klmnopqrs 1234567890 Tuvwxyz Abcdefghi", 6)] };
        _forge.Text(longest).Length.ShouldBeLessThan(900);
    }

    // Encoded by cbor-web, signed by OpenSSL and packed by MOSIP's @mosip/pixelpass 0.6.0, with the key of RFC 7515, appendix A.3, and a photo inside.
    [Fact]
    public void A_card_that_other_software_made_is_read()
    {
        const string PublicKey = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV7
            6e8Tus9uPHvRVEXH8UTNG72bfocs3+257rn0s2ldbqkLJK2KRiMohYjlrQ==
            -----END PUBLIC KEY-----
            """;
        const string Text = "NCFOXNEG2MAHN-HRP7%YR QM+ PWYMHR46E8C.V-VH0F6EV4$W0 :AYSV KLEGJ5JL9X4+GLMIHWT06JL3NVMLTNKA2/21%QS.K4CBP1R-FON*OY+IZV0B2P .G:Y0-0LD-4W 2%7T$Z0KLP8JF0+P*DDGFHS*G9N7PSUDG6.W2+LAUF2NP6YO9V47CO1VW5PN13W1:67VCN7SAQ$H/E2%IEB7M7ZA6A5/41E/5OMS9Q5Q59PF5F-P1TRUAC+ CTJCVTC%IS6HPYT5IH2HKURBDO%UM$FT1N:2905C6*SI%IP2U7:R63BW6M*SEXWSLK9NOD6ZFDCRUNM-K2Y4N2.BYYV2.7FP8/BR+8MWQDS+NN V$P4O32**VM509VOC3";

        var card = new QrForge(signing: null, PublicKey).Check.Read(Text, Now).Value;

        ShouldSay(card.Claims, new CardClaims
        {
            Id = "9341804524782730", Language = "fra", FullName = "Élodie Benachour", BornOn = new DateOnly(1984, 11, 2), Gender = CardGender.Female,
            Address = ["12 allée du Port", "Appartement 3", "14022"],
        });
        card.KeyId.ShouldBe("oKIywvGUpTU");
    }

    [Fact]
    public void Every_changed_bit_is_noticed()
    {
        var message = CardText.Read(_forge.Text())!;
        var check = _forge.Check;
        for (var bit = 0; bit < message.Length * 8; bit++)
        {
            var changed = message.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            check.Read(CardText.Write(changed), Now).IsSuccess.ShouldBeFalse($"bit {bit} of {message.Length * 8}");
        }
    }

    [Fact]
    public void A_changed_name_and_a_changed_signature_are_told_as_changes()
    {
        var message = CardText.Read(_forge.Text())!;
        var name = message.AsSpan().IndexOf("Meera"u8);
        foreach (var at in new[] { name, message.Length - 1, message.Length - 64 })
        {
            var changed = message.ToArray();
            changed[at] ^= 1;
            Read(CardText.Write(changed)).Problem.ShouldBe(CardProblems.Changed);
        }
    }

    [Fact]
    public void A_changed_letter_is_no_card()
    {
        var text = _forge.Text();
        Read(text[..40] + (text[40] is 'A' ? 'B' : 'A') + text[41..]).Problem.ShouldBe(CardProblems.NotACard);
        Read(text[..^3]).Problem.ShouldBe(CardProblems.NotACard);
        Read(text[3..]).Problem.ShouldBe(CardProblems.NotACard);
    }

    [Fact]
    public void A_card_of_another_authority_is_told_as_such()
    {
        Read(new QrForge().Text()).Problem.ShouldBe(CardProblems.OtherIssuer);
        Read(_forge.Sign(Token(), protectedId: "another-key")).Problem.ShouldBe(CardProblems.OtherIssuer);
    }

    [Fact]
    public void A_card_that_gives_our_keys_name_to_another_key_is_told_as_changed()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Read(_forge.Sign(stranger, HashAlgorithmName.SHA256, Token(), _forge.Keys.CurrentId, openId: null)).Problem.ShouldBe(CardProblems.Changed);
    }

    [Fact]
    public void A_card_ends_on_its_day()
    {
        var text = _forge.Text();
        _forge.Check.Read(text, Now.AddYears(10).AddSeconds(-1)).IsSuccess.ShouldBeTrue();
        var ended = _forge.Check.Read(text, Now.AddYears(10)).Problem!;
        ended.Key.ShouldBe(CardProblems.Expired.Key);
        ended.Facts["at"].ShouldBe(Now.AddYears(10));
    }

    [Fact]
    public void A_card_does_not_hold_before_it_was_issued()
    {
        var early = _forge.Check.Read(_forge.Text(), Now.AddSeconds(-1)).Problem!;
        early.Key.ShouldBe(CardProblems.NotYetValid.Key);
        early.Facts["at"].ShouldBe(Now);
    }

    [Fact]
    public void A_card_is_read_as_scanners_type_it_and_people_paste_it()
    {
        var text = _forge.Text();
        Read($"  {text}\r\n").IsSuccess.ShouldBeTrue();
        Read(text.ToLowerInvariant()).IsSuccess.ShouldBeTrue();
        Read(string.Join("\r\n", text.Chunk(60).Select(line => new string(line)))).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("N")]
    [InlineData("https://id.example/card/1")]
    [InlineData("4952408651")]
    [InlineData("HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N IOP-IA%NFQGRJPC%OQHIZC4.OI1RM8ZA.A5:S9MKN4NN3F85QNCY0O%0VZ001HOC9JU0D0HT0HB2PL/IB*09B9LW4T*8+DCMH0LDK2%K:XFE70*LP$V25$0Q:J:4MO1P0%0L0HD+9E/HY+4J6TH48S%4K.GJ2PT3QY:GQ3TE2I+-CPHN6D7LLK*2HG%89UV-0LZ 2ZJJ524-LH/CJTK96L6SR9MU9DHGZ%P WUQRENS431T1XCNCF+47AY0-IFO0500TGPN8F5G.41Q2E4T8ALW.INSV$ 07UV5SR+BNQHNML7 /KD3TU 4V*CAT3ZGLQMI/XI%ZJNSBBXK2:UG%UJMI:TU+MMPZ5$/PMX19UE:-PSR3/$NU44CBE6DQ3D7B0FBOFX0DV2DGMB$YPF62I$60/F$Z2I6IFX21XNI-LM%3/DF/U6Z9FEOJVRLVW6K$UG+BKK57:1+D10%4K83F+1VWD1NE")]
    public void What_is_no_card_is_told_as_such(string text) => Read(text).Problem.ShouldBe(CardProblems.NotACard);

    [Fact]
    public void A_text_that_is_too_long_or_swells_is_not_unpacked()
    {
        Read(new string('A', 4001)).Problem.ShouldBe(CardProblems.NotACard);
        var bomb = CardText.Write(new byte[1024 * 1024]);
        bomb.Length.ShouldBeLessThan(4000);
        CardText.Read(bomb).ShouldBeNull();
        CardText.Read(CardText.Write(new byte[16 * 1024]))!.Length.ShouldBe(16 * 1024);
    }

    [Theory]
    [InlineData("81FC")]
    [InlineData("C0FD")]
    [InlineData("D0FE")]
    [InlineData("9F")]
    [InlineData("D28443A10126A0")]
    public void Bytes_that_mean_nothing_in_CBOR_are_no_card(string hex) => Read(CardText.Write(Convert.FromHexString(hex))).Problem.ShouldBe(CardProblems.NotACard);

    [Fact]
    public void A_signed_token_without_claim_169_is_no_card() => Read(_forge.Sign(Token(hasIdentity: false))).Problem.ShouldBe(CardProblems.NotACard);

    [Fact]
    public void A_key_that_stands_twice_is_not_believed()
    {
        Read(_forge.Sign(Token(Name("Somebody Else")))).Problem.ShouldBe(CardProblems.NotACard);
        Read(_forge.Sign(Token(more: writer =>
        {
            writer.WriteInt32(4);
            writer.WriteInt64(Now.AddYears(90).ToUnixTimeSeconds());
        }))).Problem.ShouldBe(CardProblems.NotACard);

        static Action<CborWriter> Name(string name) => writer =>
        {
            writer.WriteInt32(4);
            writer.WriteTextString(name);
        };
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(5000, false)]
    public void What_is_nested_without_end_is_not_followed(int depth, bool isRead) =>
        Read(_forge.Sign(Token(more: writer =>
        {
            writer.WriteInt32(1000);
            for (var i = 0; i < depth; i++)
            {
                writer.WriteStartArray(1);
            }

            writer.WriteNull();
            for (var i = 0; i < depth; i++)
            {
                writer.WriteEndArray();
            }
        }))).IsSuccess.ShouldBe(isRead);

    [Fact]
    public void A_photo_and_what_else_others_put_in_is_left_unread() =>
        Read(_forge.Sign(Token(writer =>
        {
            writer.WriteInt32(16);
            writer.WriteByteString(new byte[900]);
            writer.WriteInt32(17);
            writer.WriteInt32(2);
            writer.WriteTextString("note");
            writer.WriteBoolean(true);
        }))).Value.Claims.FullName.ShouldBe("Meera Kaldan");

    [Fact]
    public void Another_type_than_a_claim_has_is_no_card() =>
        Read(_forge.Sign(Token(writer =>
        {
            writer.WriteInt32(8);
            writer.WriteInt32(19900517);
        }))).Problem.ShouldBe(CardProblems.NotACard);

    [Fact]
    public void A_tag_around_the_token_is_allowed()
    {
        var message = CardText.Read(_forge.Text())!;
        Read(CardText.Write([0xD8, 61, .. message])).IsSuccess.ShouldBeTrue();
        Read(CardText.Write([0xD8, 60, .. message])).Problem.ShouldBe(CardProblems.NotACard);
        Read(CardText.Write([.. message, 0])).Problem.ShouldBe(CardProblems.NotACard);
    }

    [Fact]
    public void The_keys_name_may_stand_unprotected_but_the_protected_one_counts()
    {
        Read(_forge.Sign(Token(), openId: _forge.Keys.CurrentId)).IsSuccess.ShouldBeTrue();
        using var key = World.CardPem.Open(_forge.Pem);
        Should.Throw<ArgumentException>(() => _forge.Sign(key, HashAlgorithmName.SHA256, Token(), "another-key", _forge.Keys.CurrentId));
    }

    [Theory]
    [InlineData(-8)] // EdDSA
    [InlineData(-35)] // ES384
    [InlineData(5)] // HMAC 256
    public void A_card_signed_in_another_way_is_anothers(int algorithm) =>
        Read(Unsigned(
            writer =>
            {
                writer.WriteStartMap(2);
                writer.WriteInt32(1);
                writer.WriteInt32(algorithm);
                writer.WriteInt32(4);
                writer.WriteByteString(System.Text.Encoding.ASCII.GetBytes(_forge.Keys.CurrentId));
                writer.WriteEndMap();
            },
            Token())).Problem.ShouldBe(CardProblems.OtherIssuer);

    [Fact]
    public void A_name_that_stands_twice_among_the_headers_is_not_believed() =>
        Read(Unsigned(
            writer =>
            {
                writer.WriteStartMap(3);
                writer.WriteInt32(1);
                writer.WriteInt32(-7);
                for (var i = 0; i < 2; i++)
                {
                    writer.WriteInt32(4);
                    writer.WriteByteString(System.Text.Encoding.ASCII.GetBytes(_forge.Keys.CurrentId));
                }

                writer.WriteEndMap();
            },
            Token())).Problem.ShouldBe(CardProblems.NotACard);

    private static void ShouldSay(CardClaims claims, CardClaims expected)
    {
        (claims with { Address = expected.Address }).ShouldBe(expected);
        claims.Address.ShouldBe(expected.Address);
    }

    private Outcome<CheckedCard> Read(string text) => _forge.Check.Read(text, Now);
}
