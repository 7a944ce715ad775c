using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sharing;

/// <summary>Lists the types of credentials the platform tells of. They are about nobody: whoever asks may see them.</summary>
public sealed class ListCredentialTypes(IPartnerCredentials credentials)
{
    /// <summary>The types in the platform's order. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public Task<Outcome<IReadOnlyList<CredentialType>>> ExecuteAsync(CancellationToken cancellationToken = default) => credentials.ListTypesAsync(cancellationToken);
}
