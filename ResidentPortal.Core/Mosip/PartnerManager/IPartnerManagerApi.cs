using Refit;

namespace ResidentPortal.Core.Mosip.PartnerManager;

/// <summary>MOSIP partner management, as far as it tells of organisations.</summary>
internal interface IPartnerManagerApi
{
    /// <summary><c>GET /partners/v2</c>: partners of a type, with their logos (from 1.2).</summary>
    [Get("/partners/v2")]
    Task<HttpResponseMessage> ListNewerAsync([Header("Cookie")] string cookie, [Query] string? partnerType, CancellationToken cancellationToken);

    /// <summary><c>GET /partners</c>: the same without.</summary>
    [Get("/partners")]
    Task<HttpResponseMessage> ListAsync([Header("Cookie")] string cookie, [Query] string? partnerType, CancellationToken cancellationToken);

    /// <summary><c>GET /partners/{partnerId}/credentialtype/{credentialType}/policies</c>: what a partner may get.</summary>
    [Get("/partners/{partnerId}/credentialtype/{credentialType}/policies")]
    Task<HttpResponseMessage> FindPolicyAsync([Header("Cookie")] string cookie, string partnerId, string credentialType, CancellationToken cancellationToken);
}
