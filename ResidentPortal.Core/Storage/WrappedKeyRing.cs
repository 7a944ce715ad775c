using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Core.Storage;

/// <summary>Wraps each key of the data-protection ring with AES-256-GCM under a key from configuration, so that the database alone opens nothing.</summary>
internal sealed class WrappedKeyRing(IOptions<KeyOptions> options) : IXmlEncryptor
{
    internal const int NonceSize = 12;
    internal const int TagSize = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var version = options.Value.CurrentWrapping;
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var cipher = new byte[plain.Length];
        var tag = new byte[TagSize];
        using var aes = new AesGcm(Convert.FromBase64String(options.Value.Wrapping[version]), TagSize);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.UTF8.GetBytes(version));
        var element = new XElement("wrappedKey", new XAttribute("version", version), Convert.ToBase64String([.. nonce, .. tag, .. cipher]));
        return new EncryptedXmlInfo(element, typeof(UnwrappedKeyRing));
    }
}

/// <summary>Opens what <see cref="WrappedKeyRing"/> wrapped; named in the ring, made by the framework.</summary>
internal sealed class UnwrappedKeyRing(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var options = services.GetRequiredService<IOptions<KeyOptions>>().Value;
        var version = (string)encryptedElement.Attribute("version")!;
        if (!options.Wrapping.TryGetValue(version, out var key))
        {
            throw new CryptographicException($"{KeyOptions.Section}:Wrapping:{version} is missing: the stored key ring was wrapped with it.");
        }

        var bytes = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[bytes.Length - WrappedKeyRing.NonceSize - WrappedKeyRing.TagSize];
        using var aes = new AesGcm(Convert.FromBase64String(key), WrappedKeyRing.TagSize);
        try
        {
            aes.Decrypt(
                bytes.AsSpan(0, WrappedKeyRing.NonceSize),
                bytes.AsSpan(WrappedKeyRing.NonceSize + WrappedKeyRing.TagSize),
                bytes.AsSpan(WrappedKeyRing.NonceSize, WrappedKeyRing.TagSize),
                plain,
                Encoding.UTF8.GetBytes(version));
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new CryptographicException($"{KeyOptions.Section}:Wrapping:{version} is another key than the one the stored key ring was wrapped with.", fault);
        }

        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
