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
        lookUp.FindAsync(individualId, response => Read(response, individualId), cancellationToken);

    private Outcome<Identity> Read(JsonElement response, IndividualId asked)
    {
        var names = options.Value.IdentityAttributes;
        return IdentityDocument.Read(response, names, asked.Uin) is not { } identity ? MosipProblems.Unusable : new Identity
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
