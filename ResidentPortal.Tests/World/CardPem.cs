using System.Security.Cryptography;

namespace ResidentPortal.Tests.World;

/// <summary>Keys of cards for tests, as configuration gives them.</summary>
internal static class CardPem
{
    /// <summary>A key that no test says anything about.</summary>
    public static string Any { get; } = Fresh();

    public static string Fresh()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    public static string PublicOf(string signing)
    {
        using var key = Open(signing);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    public static ECDsa Open(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
