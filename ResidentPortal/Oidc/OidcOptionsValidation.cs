using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Oidc;

/// <summary>Judges the settings of the provider, where there are any, in sentences that begin with the key and never show a secret.</summary>
internal sealed class OidcOptionsValidation : IValidateOptions<OidcOptions>
{
    public ValidateOptionsResult Validate(string? name, OidcOptions options)
    {
        List<string> sentences = options.IsOn ? [.. Sentences(options), .. Ranges(options)] : [];
        return sentences.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(sentences);
    }

    private static IEnumerable<string> Sentences(OidcOptions options)
    {
        if (!IsSafe(options.Issuer))
        {
            yield return $"Oidc:Issuer must begin with https:// (http:// only for this machine itself); it is '{options.Issuer}'.";
        }
        else if (!IsSafe(options.Metadata))
        {
            yield return $"Oidc:MetadataAddress must begin with https:// (http:// only for this machine itself); it is '{options.MetadataAddress}'.";
        }

        if (string.IsNullOrWhiteSpace(options.Name) || options.Name.Length > 40)
        {
            yield return "Oidc:Name must have 1 to 40 letters: it stands on a button.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return "Oidc:ClientId is missing: set the portal's client at the provider.";
        }

        if (OidcKeys.Read(options.ClientKey) is null)
        {
            yield return "Oidc:ClientKey is not a private RSA key of at least 2048 bits in PEM (PRIVATE KEY), nor the path of a file that holds one.";
        }

        if (!string.IsNullOrWhiteSpace(options.DecryptionKey) && OidcKeys.Read(options.DecryptionKey) is null)
        {
            yield return "Oidc:DecryptionKey is not a private RSA key of at least 2048 bits in PEM (PRIVATE KEY), nor the path of a file that holds one.";
        }

        if (!OidcOptions.Split(options.Scopes).Contains("openid", StringComparer.Ordinal))
        {
            yield return "Oidc:Scopes must have openid among them.";
        }

        if (OidcOptions.Split(options.AcrValues).Length == 0)
        {
            yield return "Oidc:AcrValues must name at least one way to show who one is.";
        }

        for (var i = 0; i < options.ReturnAddresses.Count; i++)
        {
            if (!IsSafe(options.ReturnAddresses[i]))
            {
                yield return $"Oidc:ReturnAddresses:{i} must begin with https:// (http:// only for this machine itself); it is '{options.ReturnAddresses[i]}'.";
            }
        }
    }

    private static IEnumerable<string> Ranges(OidcOptions options)
    {
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return faults.Select(fault => $"{OidcOptions.Section}:{fault.MemberNames.First()} {fault.ErrorMessage}");
    }

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "https" || (uri.Scheme is "http" && uri.IsLoopback)) && uri.Fragment.Length == 0;
}
