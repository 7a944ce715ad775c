using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Core.Mosip.PartnerManager;

/// <summary>Partner management over the wire. A platform that lacks the newer list is asked for the older one; a portal that may not read policies leaves judging to the platform.</summary>
internal sealed class MosipPartners(MosipCall call, IPartnerManagerApi api, IOptions<MosipOptions> options, TimeProvider clock) : IPartners
{
    private const string Service = "PartnerManager";

    // A platform that lacks it takes v2 for the id of a partner.
    private static readonly MosipOperation ListNewer = new(Service, nameof(ListNewer), Sending.Read, MosipOperation.Table((MosipProblems.NotOffered, ["PMS_PRT_005"])))
    {
        MayBeMissing = true, WhenForbidden = MosipProblems.NotOffered,
    };

    private static readonly MosipOperation List = new(Service, nameof(List), Sending.Read, MosipOperation.Table());

    private static readonly MosipOperation FindPolicy = new(
        Service, nameof(FindPolicy), Sending.Read, MosipOperation.Table((SharingProblems.UnknownPartner, ["PMS_PRT_005", "PMS_PRT_064", "PMS_PRT_072", "PMS_PRT_073"])))
    {
        MayBeMissing = true, WhenForbidden = MosipProblems.NotOffered,
    };

    private readonly Kept<IReadOnlyList<Partner>> _partners = new(clock);

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<Partner>>> ListAsync(CancellationToken cancellationToken) => _partners.GetAsync(FetchAsync, cancellationToken);

    /// <inheritdoc/>
    public async Task<Outcome<SharePolicy>> FindPolicyAsync(string partnerId, CancellationToken cancellationToken)
    {
        var found = await call.AskAsync(FindPolicy, (cookie, attempt) => api.FindPolicyAsync(cookie, partnerId, options.Value.Share.CredentialType, attempt), ReadPolicy, cancellationToken);
        return found.Problem == MosipProblems.NotOffered ? new SharePolicy(Attributes: null) : found;
    }

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<ListedPartner>>> ListAllAsync(string? type, CancellationToken cancellationToken)
    {
        var listed = await call.AskAsync(ListNewer, (cookie, attempt) => api.ListNewerAsync(cookie, type, attempt), ReadAll, cancellationToken);
        return listed.Problem == MosipProblems.NotOffered
            ? await call.AskAsync(List, (cookie, attempt) => api.ListAsync(cookie, type, attempt), ReadAll, cancellationToken)
            : listed;
    }

    private async Task<Outcome<Kept<IReadOnlyList<Partner>>.Entry>> FetchAsync()
    {
        var type = options.Value.Share.PartnerType;
        var listed = await call.AskAsync(ListNewer, (cookie, attempt) => api.ListNewerAsync(cookie, type, attempt), Read, CancellationToken.None);
        if (listed.Problem == MosipProblems.NotOffered)
        {
            listed = await call.AskAsync(List, (cookie, attempt) => api.ListAsync(cookie, type, attempt), Read, CancellationToken.None);
        }

        return listed.Then(partners => new Kept<IReadOnlyList<Partner>>.Entry(partners, clock.GetUtcNow() + options.Value.PartnerLifetime));
    }

    private static Outcome<IReadOnlyList<Partner>> Read(JsonElement response) => (response.Items("partners") ?? response.Items()) is { } partners
        ? partners.Where(IsActive).Select(Partner).OfType<Partner>().DistinctBy(partner => partner.Id, StringComparer.Ordinal).OrderBy(partner => partner.Name, StringComparer.CurrentCultureIgnoreCase).ToList()
        : MosipProblems.Unusable;

    private static Outcome<IReadOnlyList<ListedPartner>> ReadAll(JsonElement response) => (response.Items("partners") ?? response.Items()) is { } partners
        ? partners.Where(partner => partner.Text("partnerID") is not null).Select(partner => new ListedPartner
        {
            Id = partner.Text("partnerID")!,
            Status = partner.Text("status"),
            Name = partner.Text("organizationName"),
            Type = partner.Text("partnerType"),
            Phone = partner.Text("contactNumber"),
            Email = partner.Text("emailId"),
            Address = partner.Text("address"),
            Logo = partner.Text("logoUrl"),
        }).ToList()
        : MosipProblems.Unusable;

    private static Partner? Partner(JsonElement partner) => partner.Text("partnerID")?.Trim() is { Length: > 0 and <= 64 } id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        ? new Partner(id, Filled(partner, "organizationName") ?? id, Filled(partner, "contactNumber"), Filled(partner, "emailId"))
        : null;

    // Their applications are listed as well until they are taken on.
    private static bool IsActive(JsonElement partner) => partner.Flag("isActive") is not false
        && (partner.Text("status") is not { } status || string.Equals(status, "ACTIVE", StringComparison.OrdinalIgnoreCase) || string.Equals(status, "approved", StringComparison.OrdinalIgnoreCase));

    private static Outcome<SharePolicy> ReadPolicy(JsonElement response) => response.Member("policies")?.Items("shareableAttributes") is { } attributes
        ? new SharePolicy(attributes.SelectMany(Names).OfType<string>().ToHashSet(StringComparer.Ordinal))
        : MosipProblems.Unusable;

    // What the partner's credential calls it, and the attributes of the record it is made of.
    private static IEnumerable<string?> Names(JsonElement attribute) =>
        [attribute.Text("attributeName"), .. (attribute.Items("source") ?? []).Select(source => source.Text("attribute"))];

    private static string? Filled(JsonElement partner, string name) => partner.Text(name)?.Trim() is { Length: > 0 and <= 128 } text ? text : null;
}
