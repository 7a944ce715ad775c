using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>ID repository's identities over the wire, reduced at once to what the portal needs.</summary>
internal sealed class MosipIdentityRegistry(IdentityLookUp lookUp, IOptions<MosipOptions> options) : IIdentityRegistry
{
    /// <inheritdoc/>
    public Task<Outcome<Identity>> FindAsync(IndividualId individualId, CancellationToken cancellationToken) =>
        lookUp.FindAsync(individualId, response => Read(response, individualId.Uin), cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<Identity>> FindByRidAsync(Rid rid, CancellationToken cancellationToken) =>
        lookUp.FindByRidAsync(rid, response => Read(response, asked: null), cancellationToken);

    private Outcome<Identity> Read(JsonElement response, Uin? asked)
    {
        var names = options.Value.IdentityAttributes;
        return IdentityDocument.Read(response, names, asked) is not { } identity ? MosipProblems.Unusable : new Identity
        {
            Uin = identity.Uin,
            Status = identity.Status,
            Names = identity.Texts(names.Name).ToDictionary(name => name.Language, name => name.Text, StringComparer.OrdinalIgnoreCase),
            Phone = identity.Single(names.Phone),
            Email = identity.Single(names.Email),
            PreferredLanguage = identity.Single(names.PreferredLanguage),
        };
    }
}
