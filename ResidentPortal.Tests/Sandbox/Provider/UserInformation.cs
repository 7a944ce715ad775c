using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace ResidentPortal.Sandbox;

/// <summary>Tells a client about the person who signed in: signed, and sealed for the client where it has a key for that, as key manager does it.</summary>
internal sealed class UserInformation(PlatformState state, ProviderSubjects subjects, ProviderForgery forgery, SandboxOptions options)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    internal async Task AnswerAsync(HttpContext context)
    {
        var principal = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var subject = principal.GetClaim(OpenIddictConstants.Claims.Subject)!;
        var claims = new JsonObject
        {
            ["sub"] = subject,
            ["iss"] = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/",
            ["aud"] = options.OidcClientId,
            ["iat"] = state.Clock.WallNow.ToUnixTimeSeconds(),
            ["individual_id"] = subjects.NumberOf(subject),
        };
        forgery.UserInformation?.Invoke(claims);
        if (forgery.IsPlain)
        {
            await Json.WriteAsync(context, claims);
            return;
        }

        var token = forgery.Sign(claims, forgery.UserInformationSeal);
        context.Response.ContentType = "application/jwt";
        await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(options.OidcEncryptionKey is { } key && !forgery.IsOpen ? Seal(token, key) : token), context.RequestAborted);
    }

    // RSA-OAEP-256 and A256GCM, the content deflated: the form that ID authentication asks key manager for.
    private static string Seal(string token, string pemOrPath)
    {
        using var rsa = ProviderKeys.Read(pemOrPath);
        var header = Base64Url.EncodeToString("""{"alg":"RSA-OAEP-256","enc":"A256GCM","zip":"DEF","cty":"JWT"}"""u8);
        var (key, nonce) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(NonceSize));
        var plain = Deflate(Encoding.ASCII.GetBytes(token));
        var (cipher, tag) = (new byte[plain.Length], new byte[TagSize]);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.ASCII.GetBytes(header));
        return string.Join('.', header, Base64Url.EncodeToString(rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256)), Base64Url.EncodeToString(nonce), Base64Url.EncodeToString(cipher), Base64Url.EncodeToString(tag));
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var small = new MemoryStream();
        using (var deflate = new DeflateStream(small, CompressionLevel.Optimal))
        {
            deflate.Write(bytes);
        }

        return small.ToArray();
    }
}
