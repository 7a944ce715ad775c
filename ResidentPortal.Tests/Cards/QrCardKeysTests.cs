using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Cards.QrForge;

namespace ResidentPortal.Tests.Cards;

/// <summary>The keys of cards: published, and changed without taking cards away.</summary>
public sealed class QrCardKeysTests
{
    [Fact]
    public void A_verifier_that_has_fetched_the_keys_once_checks_cards_with_them()
    {
        var forge = new QrForge();
        using var document = JsonDocument.Parse(forge.Keys.Published.ToJson());
        var key = document.RootElement.GetProperty("keys").EnumerateArray().ShouldHaveSingleItem();
        key.EnumerateObject().Select(member => member.Name).ShouldBe(["kty", "crv", "x", "y", "kid", "alg", "use"]);
        (Text("kty"), Text("crv"), Text("alg"), Text("use"), Text("kid")).ShouldBe(("EC", "P-256", "ES256", "sig", forge.Keys.CurrentId));

        using var rebuilt = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(Text("x")), Y = Base64Url.DecodeFromChars(Text("y")) },
        });
        System.Security.Cryptography.Cose.CoseMessage.DecodeSign1(CardText.Read(forge.Text())!).VerifyEmbedded(rebuilt).ShouldBeTrue();

        string Text(string member) => key.GetProperty(member).GetString()!;
    }

    // The key of RFC 7515, appendix A.3, whose thumbprint by RFC 7638 is oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U.
    [Fact]
    public void A_keys_id_is_the_beginning_of_its_thumbprint() =>
        PublishedCardKey.IdOf(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"), Y = Base64Url.DecodeFromChars("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0") },
        }).ShouldBe("oKIywvGUpTU");

    [Fact]
    public void Cards_outlive_the_change_of_the_key_until_the_old_one_is_taken_out()
    {
        var before = new QrForge();
        var text = before.Text();
        var after = new QrForge(signing: null, CardPem.PublicOf(before.Pem));

        after.Check.Read(text, Now).Value.KeyId.ShouldBe(before.Keys.CurrentId);
        after.Check.Read(after.Text(), Now).Value.KeyId.ShouldBe(after.Keys.CurrentId);
        after.Keys.CurrentId.ShouldNotBe(before.Keys.CurrentId);
        after.Keys.Published.Keys.Select(key => key.Kid).ShouldBe([after.Keys.CurrentId, before.Keys.CurrentId]);
        new QrForge(after.Pem).Check.Read(text, Now).Problem.ShouldBe(CardProblems.OtherIssuer);
    }

    [Fact]
    public void A_key_that_still_signs_and_is_listed_as_retired_is_published_once()
    {
        var forge = new QrForge();
        new QrForge(forge.Pem, CardPem.PublicOf(forge.Pem)).Keys.Published.Keys.ShouldHaveSingleItem();
    }

    [Fact]
    public void Nothing_private_is_published()
    {
        var forge = new QrForge();
        using var key = CardPem.Open(forge.Pem);
        forge.Keys.Published.ToJson().ShouldNotContain(Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D));
    }

    [Fact]
    public void A_key_may_stand_in_a_file()
    {
        var file = Path.GetTempFileName();
        var pem = CardPem.Fresh();
        File.WriteAllText(file, pem);
        new QrForge(file).Keys.CurrentId.ShouldBe(new QrForge(pem).Keys.CurrentId);
        File.Delete(file);
    }

    [Theory]
    [InlineData("nistP384")]
    [InlineData("public")]
    [InlineData("rsa")]
    [InlineData("sec1")]
    [InlineData("cut")]
    public void What_is_no_private_key_on_the_curve_is_refused_at_start_and_not_shown(string sort)
    {
        var pem = Wrong(sort);
        var options = new CardKeyOptions { Signing = pem, Issuer = Issuer };
        var sentence = new CardKeyOptionsValidation().Validate(name: null, options).Failures.ShouldHaveSingleItem();
        sentence.ShouldBe("CardKeys:Signing is not a private key on the curve P-256 in PEM (PRIVATE KEY), nor the path of a file that holds one.");
    }

    [Fact]
    public void A_private_key_among_the_retired_is_refused_at_start()
    {
        var options = new CardKeyOptions { Signing = CardPem.Any, Issuer = Issuer, Retired = { CardPem.PublicOf(CardPem.Any), CardPem.Fresh() } };
        new CardKeyOptionsValidation().Validate(name: null, options).Failures.ShouldHaveSingleItem().ShouldStartWith("CardKeys:Retired:1 is not a public key ");
    }

    private static string Wrong(string sort)
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        using var key = CardPem.Open(CardPem.Any);
        return sort switch
        {
            "nistP384" => larger.ExportPkcs8PrivateKeyPem(),
            "public" => CardPem.PublicOf(CardPem.Any),
            "rsa" => rsa.ExportPkcs8PrivateKeyPem(),
            "sec1" => key.ExportECPrivateKeyPem(),
            _ => CardPem.Any.Replace("M", "", StringComparison.Ordinal),
        };
    }
}
