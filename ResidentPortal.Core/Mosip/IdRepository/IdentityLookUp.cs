using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>
/// Asks ID repository for an identity: without the number in the address where the platform offers that, else by address as all of them do.
/// </summary>
internal sealed class IdentityLookUp(MosipCall call, IIdRepositoryIdentityApi api, IOptions<MosipOptions> options)
{
    // Once found missing, and the older way found working, the newer way is not tried again.
    private volatile bool _mayPost = options.Value.MayPostIdentity;

    /// <summary>The identity alone.</summary>
    public Task<Outcome<T>> FindAsync<T>(IndividualId individualId, Func<JsonElement, Outcome<T>> read, CancellationToken cancellationToken) =>
        FindAsync(individualId.Reveal(), individualId.Kind, type: null, IdRepositoryOperations.FindIdentity, IdRepositoryOperations.FindIdentityByAddress, read, cancellationToken);

    /// <summary>The identity with its biometrics.</summary>
    public Task<Outcome<T>> FindWithBiometricsAsync<T>(IndividualId individualId, Func<JsonElement, Outcome<T>> read, CancellationToken cancellationToken) =>
        FindAsync(individualId.Reveal(), individualId.Kind, "bio", IdRepositoryOperations.FindBiometrics, IdRepositoryOperations.FindBiometricsByAddress, read, cancellationToken);

    /// <summary>The identity that a registration led to.</summary>
    public Task<Outcome<T>> FindByRidAsync<T>(Rid rid, Func<JsonElement, Outcome<T>> read, CancellationToken cancellationToken) =>
        FindAsync(rid.Reveal(), "ID", type: null, IdRepositoryOperations.FindIdentity, IdRepositoryOperations.FindIdentityByAddress, read, cancellationToken);

    private async Task<Outcome<T>> FindAsync<T>(
        string id, string idType, string? type, MosipOperation byBody, MosipOperation byAddress, Func<JsonElement, Outcome<T>> read, CancellationToken cancellationToken)
    {
        if (_mayPost)
        {
            var posted = await call.AskAsync(
                byBody, (cookie, attempt) => api.FindIdentityAsync(cookie, new IdentityQuery(id, idType, type), attempt), read, cancellationToken);
            if (posted.Problem != MosipProblems.NotOffered)
            {
                return posted;
            }
        }

        var found = await call.AskAsync(
            byAddress, (cookie, attempt) => api.FindIdentityByAddressAsync(cookie, id, idType, type, attempt), read, cancellationToken);
        _mayPost = _mayPost && !found.IsSuccess;
        return found;
    }
}
