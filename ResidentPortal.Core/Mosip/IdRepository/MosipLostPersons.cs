using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Recovery;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>ID repository's identities by the registration they come from, reduced at once to what tells whether it is the one that is looked for.</summary>
internal sealed class MosipLostPersons(IdentityLookUp lookUp, IOptions<MosipOptions> options) : ILostPersons
{
    /// <inheritdoc/>
    public Task<Outcome<LostPerson>> FindAsync(Rid rid, CancellationToken cancellationToken) => lookUp.FindByRidAsync(rid, Read, cancellationToken);

    private Outcome<LostPerson> Read(JsonElement response)
    {
        var names = options.Value.IdentityAttributes;
        return IdentityDocument.Read(response, names, asked: null) is not { } identity ? MosipProblems.Unusable : new LostPerson
        {
            Uin = identity.Uin,
            Status = identity.Status,
            Phone = identity.Single(names.Phone),
            Email = identity.Single(names.Email),
            PostalCode = identity.Single(names.PostalCode),
        };
    }
}
