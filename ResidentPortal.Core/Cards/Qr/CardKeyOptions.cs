using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>The keys of cards (section <c>CardKeys</c>). A key is given as PEM, or as the path of a file that holds it.</summary>
public sealed class CardKeyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "CardKeys";

    /// <summary>The private key that cards are signed with, on the curve P-256.</summary>
    public string? Signing { get; set; }

    /// <summary>The public keys of earlier signing keys. As long as one stays here, the cards signed with it hold.</summary>
    public IList<string> Retired { get; } = [];

    /// <summary>Who issues the cards, as their QR code says it; the portal's public address unless said otherwise.</summary>
    public string? Issuer { get; set; }

    /// <summary>How long the signature of a card holds.</summary>
    [Range(1, 20, ErrorMessage = "must be between 1 and 20 years.")]
    public int ValidYears { get; set; } = 10;
}

/// <summary>Refuses to start without a whole key, in a sentence that names it and never shows a value.</summary>
internal sealed class CardKeyOptionsValidation : IValidateOptions<CardKeyOptions>
{
    public ValidateOptionsResult Validate(string? name, CardKeyOptions options)
    {
        List<string> faults = [.. Judge(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Judge(CardKeyOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Signing))
        {
            yield return $"{CardKeyOptions.Section}:Signing is missing: give it a private key (openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256), or the path of its file.";
        }
        else if (CardKeyFile.Read(options.Signing, CardKeyFile.PrivateLabel) is null)
        {
            yield return $"{CardKeyOptions.Section}:Signing is not a private key on the curve P-256 in PEM ({CardKeyFile.PrivateLabel}), nor the path of a file that holds one.";
        }

        for (var i = 0; i < options.Retired.Count; i++)
        {
            if (CardKeyFile.Read(options.Retired[i], CardKeyFile.PublicLabel) is null)
            {
                yield return $"{CardKeyOptions.Section}:Retired:{i} is not a public key on the curve P-256 in PEM ({CardKeyFile.PublicLabel}), nor the path of a file that holds one.";
            }
        }

        if (string.IsNullOrWhiteSpace(options.Issuer))
        {
            yield return $"{CardKeyOptions.Section}:Issuer is missing: name who issues the cards, or set Portal:PublicAddress, which is taken where it is left out.";
        }
    }
}

/// <summary>A key of cards as configuration gives it.</summary>
internal static class CardKeyFile
{
    /// <summary>What PEM calls a private key in PKCS#8.</summary>
    public const string PrivateLabel = "PRIVATE KEY";

    /// <summary>What PEM calls a public key.</summary>
    public const string PublicLabel = "PUBLIC KEY";

    /// <summary>The key in a text that is PEM or the path of a file; null where it is neither, of another kind or on another curve.</summary>
    public static ECParameters? Read(string pemOrPath, string label)
    {
        try
        {
            var pem = pemOrPath.Contains("-----BEGIN ", StringComparison.Ordinal) ? pemOrPath : File.ReadAllText(pemOrPath);
            if (!PemEncoding.TryFind(pem, out var fields) || !pem.AsSpan()[fields.Label].SequenceEqual(label))
            {
                return null;
            }

            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            var parameters = key.ExportParameters(includePrivateParameters: string.Equals(label, PrivateLabel, StringComparison.Ordinal));
            return string.Equals(parameters.Curve.Oid.Value, ECCurve.NamedCurves.nistP256.Oid.Value, StringComparison.Ordinal) ? parameters : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or CryptographicException)
        {
            return null;
        }
    }
}
