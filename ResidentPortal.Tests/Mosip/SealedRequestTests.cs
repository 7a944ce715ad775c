using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ResidentPortal.Core.Mosip.IdAuthentication;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>The seal must come out bit for bit as the platform opens it.</summary>
public sealed class SealedRequestTests : IDisposable
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("""{"otp":"111111","timestamp":"2026-07-14T09:30:15.123Z"}""");

    private readonly RSA _rsa = RSA.Create(2048);

    private IdaPublicKey PublicKey => new(_rsa, "thumbprint");

    public void Dispose() => _rsa.Dispose();

    [Fact]
    public void The_known_answer_of_the_platform_comes_out()
    {
        var key = Convert.FromHexString("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        var iv = Convert.FromHexString("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");
        var hashIv = Convert.FromHexString("b0b1b2b3b4b5b6b7b8b9babbbcbdbebf");

        var request = SealedRequest.Seal(Plain, PublicKey, key, iv, hashIv);

        request.Request.ShouldBe("UYFMyGjv91Tyry6A3CWvvKAxKhQbRyXNkGJIjDsHFrU6vNZUuOKL6d4wCpEoeIbFNAuVUY4n0Nzo5ZHzz_Hp3chmexafWP-goaKjpKWmp6ipqqusra6v");
        request.Hash.ShouldBe("iDi1MdIQUIkflpwy99KhLZgumeXbPzpzH6d7KWChicF3Ao9RbWhOBUdl4OvOxkgXJgnbFMvUzWJWmVB3CQxNsOtQAHnu78pUZ_ZAudUaQeiwsbKztLW2t7i5uru8vb6_");
        _rsa.Decrypt(Base64Url.DecodeFromChars(request.SessionKey), RSAEncryptionPadding.OaepSHA256).ShouldBe(key);
        request.Thumbprint.ShouldBe("thumbprint");
    }

    [Fact]
    public void The_parts_are_as_long_as_the_platform_expects()
    {
        var request = SealedRequest.Seal(Plain, PublicKey);

        (request.Request.Length, request.Hash.Length, request.SessionKey.Length).ShouldBe((116, 128, 342));
    }

    [Fact]
    public void No_two_requests_are_alike()
    {
        var (one, two) = (SealedRequest.Seal(Plain, PublicKey), SealedRequest.Seal(Plain, PublicKey));

        one.Request.ShouldNotBe(two.Request, StringComparer.Ordinal);
        one.Hash.ShouldNotBe(two.Hash, StringComparer.Ordinal);
        one.SessionKey.ShouldNotBe(two.SessionKey, StringComparer.Ordinal);
    }

    [Fact]
    public void It_prints_as_nothing_of_itself() => SealedRequest.Seal(Plain, PublicKey).ToString().ShouldBe("SealedRequest");
}
