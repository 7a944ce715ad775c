using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>MOSIP ID repository, identities.</summary>
internal interface IIdRepositoryIdentityApi
{
    /// <summary><c>POST /idvid/</c> (from 1.2.2): an identity, asked for without its number in the address. Takes no envelope.</summary>
    [Post("/idvid/")]
    Task<HttpResponseMessage> FindIdentityAsync([Header("Cookie")] string cookie, [Body] IdentityQuery body, CancellationToken cancellationToken);

    /// <summary><c>GET /idvid/{id}</c>: an identity, on every platform.</summary>
    [Get("/idvid/{id}")]
    Task<HttpResponseMessage> FindIdentityByAddressAsync([Header("Cookie")] string cookie, string id, string idType, string? type, CancellationToken cancellationToken);

    /// <summary><c>GET /authtypes/status/{individualId}</c>: the auth types that were ever locked or unlocked.</summary>
    [Get("/authtypes/status/{individualId}")]
    Task<HttpResponseMessage> ListAuthTypesAsync([Header("Cookie")] string cookie, string individualId, CancellationToken cancellationToken);

    /// <summary><c>POST /authtypes/status</c>: locks and unlocks.</summary>
    [Post("/authtypes/status")]
    Task<HttpResponseMessage> ChangeAuthTypesAsync([Header("Cookie")] string cookie, [Body] AuthTypeStatusRequest body, CancellationToken cancellationToken);

    /// <summary><c>GET /draft/uin/{uin}</c> (from 1.2.1): the changes that wait, at most one.</summary>
    [Get("/draft/uin/{uin}")]
    Task<HttpResponseMessage> ListDraftsAsync([Header("Cookie")] string cookie, string uin, CancellationToken cancellationToken);

    /// <summary><c>DELETE /draft/discard/{registrationId}</c>: forgets a change that waits.</summary>
    [Delete("/draft/discard/{rid}")]
    Task<HttpResponseMessage> DiscardDraftAsync([Header("Cookie")] string cookie, string rid, CancellationToken cancellationToken);

    /// <summary><c>GET /{individualId}/update-counts</c> (from 1.2.1): how often attributes may still be changed. Its filter cannot be relied on: all are asked for.</summary>
    [Get("/{uin}/update-counts")]
    Task<HttpResponseMessage> CountUpdatesAsync([Header("Cookie")] string cookie, string uin, CancellationToken cancellationToken);
}

/// <summary>Whose identity is wanted.</summary>
/// <param name="Id">The UIN, VID or RID.</param>
/// <param name="IdType"><c>UIN</c>, <c>VID</c> or, for a RID, <c>ID</c>.</param>
/// <param name="Type">What is wanted beside the identity: <c>bio</c>, or nothing.</param>
internal sealed record IdentityQuery(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("idType")] string IdType,
    [property: JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Type)
{
    /// <summary>Without the number.</summary>
    public override string ToString() => nameof(IdentityQuery);
}

/// <summary>The request to lock and unlock; an envelope of its own.</summary>
internal sealed record AuthTypeStatusRequest
{
    /// <summary>The operation as MOSIP names it.</summary>
    [JsonPropertyName("id")]
    public string Id { get; init; } = "mosip.identity.authtype.status.update";

    /// <summary>The version.</summary>
    [JsonPropertyName("version")]
    public string Version { get; init; } = "1.0";

    /// <summary>When it is asked.</summary>
    [JsonPropertyName("requestTime")]
    public required string RequestTime { get; init; }

    /// <summary>That the person has agreed.</summary>
    [JsonPropertyName("consentObtained")]
    public bool ConsentObtained { get; init; } = true;

    /// <summary>The UIN or VID.</summary>
    [JsonPropertyName("individualId")]
    public required string IndividualId { get; init; }

    /// <summary><c>UIN</c> or <c>VID</c>.</summary>
    [JsonPropertyName("individualIdType")]
    public required string IndividualIdType { get; init; }

    /// <summary>The changes.</summary>
    [JsonPropertyName("request")]
    public required IReadOnlyList<AuthTypeStatusItem> Request { get; init; }

    /// <summary>Without the number.</summary>
    public override string ToString() => nameof(AuthTypeStatusRequest);
}

/// <summary>One change.</summary>
internal sealed record AuthTypeStatusItem
{
    /// <summary><c>otp</c>, <c>demo</c> or <c>bio</c>.</summary>
    [JsonPropertyName("authType")]
    public required string AuthType { get; init; }

    /// <summary>Which code or biometric; null for <c>demo</c> only.</summary>
    [JsonPropertyName("authSubType")]
    public required string? AuthSubType { get; init; }

    /// <summary>True to lock.</summary>
    [JsonPropertyName("locked")]
    public required bool Locked { get; init; }

    /// <summary>For how long to unlock; null until it is locked again.</summary>
    [JsonPropertyName("unlockForSeconds")]
    public required long? UnlockForSeconds { get; init; }

    /// <summary>The same for every item of one request; it comes back when the change is enforced.</summary>
    [JsonPropertyName("requestId")]
    public required string RequestId { get; init; }
}
