using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace ResidentPortal.Sandbox;

/// <summary>Reads keys of the portal: of a private one only the public half is kept.</summary>
internal static class ProviderKeys
{
    internal static JsonWebKey Public(string pemOrPath)
    {
        using var rsa = Read(pemOrPath);
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)));
        key.Use = JsonWebKeyUseNames.Sig;
        return key;
    }

    internal static RSA Read(string pemOrPath)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pemOrPath.Contains("-----BEGIN", StringComparison.Ordinal) ? pemOrPath : File.ReadAllText(pemOrPath));
        return rsa;
    }
}
