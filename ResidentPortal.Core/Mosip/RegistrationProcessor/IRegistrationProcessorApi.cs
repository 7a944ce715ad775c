using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.RegistrationProcessor;

/// <summary>MOSIP registration processor, status.</summary>
internal interface IRegistrationStatusApi
{
    /// <summary>
    /// <c>POST /externalstatus/search</c>: where registrations stand, in the words meant for outside. The plain <c>/search</c> is made for registration
    /// machines: there a rejected registration reads as processed.
    /// </summary>
    [Post("/externalstatus/search")]
    Task<HttpResponseMessage> SearchAsync(
        [Header("Cookie")] string cookie, [Body] KernelRequest<IReadOnlyList<RegistrationQuery>> body, CancellationToken cancellationToken);
}

/// <summary>MOSIP registration processor, transactions.</summary>
internal interface IRegistrationTransactionApi
{
    /// <summary><c>GET /search/{rid}</c>: the steps a registration has been through.</summary>
    [Get("/search/{rid}")]
    Task<HttpResponseMessage> SearchAsync([Header("Cookie")] string cookie, string rid, CancellationToken cancellationToken);
}

/// <summary>Which registration is wanted.</summary>
/// <param name="RegistrationId">The RID.</param>
internal sealed record RegistrationQuery([property: JsonPropertyName("registrationId")] string RegistrationId)
{
    /// <summary>Without the number.</summary>
    public override string ToString() => nameof(RegistrationQuery);
}
