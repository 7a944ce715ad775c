using System.Text.Json;
using System.Text.Json.Serialization;
using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Api.Sharing;

/// <summary>
/// <c>GET /credential/types</c>, <c>GET /req/policy/partnerId/{partnerId}/credentialType/{credentialType}</c> and <c>GET /auth-proxy/partners</c>: what credentials there are, who
/// gets them, and what of them. All of it is the platform's, and about nobody.
/// </summary>
internal static class DescribeCredentials
{
    private static readonly Operation TypesOperation = new("GET", "/credential/types", "mosip.resident.credential.types", Operation.Newer)
    {
        Summary = "Lists the types of credentials the platform tells of.",
        Gives = """{ "credentialTypes": [{ "id": "idtype1", "name": "National identity", "description": "", "issuers": [{ "code": "mos", "name": "Mosip" }] }] }""",
        Refuses = [ApiErrors.ResourceInaccessible],
    };

    private static readonly Operation PolicyOperation = new("GET", "/req/policy/partnerId/{partnerId}/credentialType/{credentialType}", "mosip.resident.credential.policy", Operation.Newer)
    {
        Summary = "Gives a partner's policy for a type of credential, as the platform has it written.",
        Gives = """{ "partnerId": "mpartner-default-print", "credentialType": "euin", "policyId": "mpolicy-default-euin", "policies": { "shareableAttributes": [{ "attributeName": "fullName" }] } }""",
        Refuses = [CredentialErrors.UnknownPartner, ApiErrors.ResourceInaccessible],
        Parameters = [new ApiParameter("partnerId", "The partner, by its id.", "mpartner-default-print"), new ApiParameter("credentialType", "The type of the credential.", "euin")],
    };

    private static readonly Operation PartnersOperation = new("GET", "/auth-proxy/partners", "mosip.resident.partners", Operation.Newer)
    {
        Summary = "Lists the platform's partners, of one type or of all.",
        Access = Access.Resident,
        Gives = """{ "partners": [{ "partnerID": "partner-harbour-bank", "status": "ACTIVE", "organizationName": "Harbour Bank", "contactNumber": "0522000101", "emailId": "data@bank.example", "address": "Casablanca", "partnerType": "Auth_Partner", "logoUrl": null }] }""",
        Refuses = [CredentialErrors.PartnersUnavailable],
        Parameters = [new ApiParameter("partnerType", "The type, such as Auth_Partner or Print_Partner; all where it is left out.", "Auth_Partner")],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<CredentialTypesReply>(TypesOperation, async call =>
            (await call.Get<ListCredentialTypes>().ExecuteAsync(call.Gone)).Try(out var types, out _) ? ApiAnswer.Of(new CredentialTypesReply([.. types.Select(CredentialTypeReply.Of)])) : ApiErrors.ResourceInaccessible);
        api.MapOperation<JsonElement>(PolicyOperation, async call =>
            (await call.Get<ShowCredentialPolicy>().ExecuteAsync(call.Parameter("partnerId")!, call.Parameter("credentialType")!, call.Gone)).Try(out var policy, out var problem)
                ? ApiAnswer.Of(policy.Document)
                : CredentialErrors.Of(problem));
        api.MapOperation<PartnersReply>(PartnersOperation, async call =>
            (await call.Get<ListPartnersOfType>().ExecuteAsync(call.SessionId, call.Parameter("partnerType"), call.Gone)).Try(out var partners, out var problem)
                ? ApiAnswer.Of(new PartnersReply([.. partners.Select(PartnerReply.Of)]))
                : Cards.CardFiles.ErrorOf(problem, CredentialErrors.PartnersUnavailable));
    }
}

/// <summary>The types of credentials.</summary>
/// <param name="CredentialTypes">Each with its id, its name, a description and who issues it.</param>
internal sealed record CredentialTypesReply(IReadOnlyList<CredentialTypeReply> CredentialTypes);

/// <summary>A type of credential.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it is.</param>
/// <param name="Issuers">Who issues it.</param>
internal sealed record CredentialTypeReply(string Id, string? Name, string? Description, IReadOnlyList<CredentialIssuerReply> Issuers)
{
    /// <summary>The reply of a type.</summary>
    public static CredentialTypeReply Of(CredentialType type) => new(type.Id, type.Name, type.Description, [.. type.Issuers.Select(issuer => new CredentialIssuerReply(issuer.Code, issuer.Name))]);
}

/// <summary>Who issues credentials of a type.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">What it is called.</param>
internal sealed record CredentialIssuerReply(string Code, string? Name);

/// <summary>The platform's partners.</summary>
/// <param name="Partners">The partners as the platform lists them.</param>
internal sealed record PartnersReply(IReadOnlyList<PartnerReply> Partners);

/// <summary>One partner.</summary>
internal sealed record PartnerReply
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("partnerID")]
    public required string PartnerId { get; init; }

    /// <summary><c>ACTIVE</c>, or another word of the platform.</summary>
    public string? Status { get; init; }

    /// <summary>What it is called.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>Its phone.</summary>
    public string? ContactNumber { get; init; }

    /// <summary>Its e-mail address.</summary>
    public string? EmailId { get; init; }

    /// <summary>Where it is.</summary>
    public string? Address { get; init; }

    /// <summary>Its type.</summary>
    public string? PartnerType { get; init; }

    /// <summary>The address of its logo.</summary>
    public string? LogoUrl { get; init; }

    internal static PartnerReply Of(ListedPartner partner) => new()
    {
        PartnerId = partner.Id, Status = partner.Status, OrganizationName = partner.Name, ContactNumber = partner.Phone, EmailId = partner.Email, Address = partner.Address, PartnerType = partner.Type, LogoUrl = partner.Logo,
    };
}
