using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sharing;

/// <summary>Shows what a partner may get by its policy for a type of credential. It is about nobody: whoever asks may see it.</summary>
public sealed class ShowCredentialPolicy(IPartnerCredentials credentials)
{
    private const int LongestName = 64;

    /// <summary>The policy. Problems: <see cref="SharingProblems.UnknownPartner"/> (also where it has none for that type), <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CredentialPolicy>> ExecuteAsync(string partnerId, string credentialType, CancellationToken cancellationToken = default) =>
        IsName(partnerId) && IsName(credentialType) ? await credentials.ReadPolicyAsync(partnerId, credentialType, cancellationToken) : SharingProblems.UnknownPartner;

    // They go into an address of the platform's.
    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') && text is not ("." or "..");
}
