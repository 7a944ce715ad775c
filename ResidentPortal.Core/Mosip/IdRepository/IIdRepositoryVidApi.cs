using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>MOSIP ID repository, virtual IDs.</summary>
internal interface IIdRepositoryVidApi
{
    /// <summary><c>GET /vid/uin/{uin}</c>: the VIDs of a UIN that are in use.</summary>
    [Get("/vid/uin/{uin}")]
    Task<HttpResponseMessage> ListVidsAsync([Header("Cookie")] string cookie, string uin, CancellationToken cancellationToken);

    /// <summary><c>POST /vid</c>: makes a VID.</summary>
    [Post("/vid")]
    Task<HttpResponseMessage> CreateVidAsync([Header("Cookie")] string cookie, [Body] KernelRequest<VidRequest> body, CancellationToken cancellationToken);

    /// <summary><c>PATCH /vid/{vid}</c>: changes the status of a VID.</summary>
    [Patch("/vid/{vid}")]
    Task<HttpResponseMessage> UpdateVidAsync([Header("Cookie")] string cookie, string vid, [Body] KernelRequest<VidRequest> body, CancellationToken cancellationToken);
}

/// <summary>The platform's config server, as far as it has the policies of VIDs. It asks for no token, and is given none.</summary>
internal interface IVidPolicyApi
{
    /// <summary><c>GET mosip-vid-policy.json</c>: a plain file, without an envelope.</summary>
    [Get("")]
    Task<HttpResponseMessage> ReadPolicyAsync(CancellationToken cancellationToken);
}

/// <summary>What is wanted of a VID.</summary>
internal sealed record VidRequest
{
    /// <summary>The UIN; the key is upper-case.</summary>
    [JsonPropertyName("UIN")]
    public required string Uin { get; init; }

    /// <summary>The type, for a new one.</summary>
    [JsonPropertyName("vidType")]
    public string? VidType { get; init; }

    /// <summary>The status, for a change.</summary>
    [JsonPropertyName("vidStatus")]
    public string? VidStatus { get; init; }

    /// <summary>Without the number.</summary>
    public override string ToString() => nameof(VidRequest);
}
