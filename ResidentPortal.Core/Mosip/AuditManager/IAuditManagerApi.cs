using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.AuditManager;

/// <summary>MOSIP audit manager.</summary>
internal interface IAuditManagerApi
{
    /// <summary><c>POST /audits</c>: notes one event.</summary>
    [Post("/audits")]
    Task<HttpResponseMessage> AddAuditAsync([Header("Cookie")] string cookie, [Body] KernelRequest<AuditBody> body, CancellationToken cancellationToken);
}

/// <summary>One event. Nobody's name stands in it: who acted is the portal, for whom is a keyed hash.</summary>
internal sealed record AuditBody
{
    /// <summary>The catalogue's id (64 characters).</summary>
    [JsonPropertyName("eventId")]
    public required string EventId { get; init; }

    /// <summary>The catalogue's name (128).</summary>
    [JsonPropertyName("eventName")]
    public required string EventName { get; init; }

    /// <summary>How it went (64).</summary>
    [JsonPropertyName("eventType")]
    public required string EventType { get; init; }

    /// <summary>When, with three fraction digits.</summary>
    [JsonPropertyName("actionTimeStamp")]
    public required string ActionTimeStamp { get; init; }

    /// <summary>The machine (128).</summary>
    [JsonPropertyName("hostName")]
    public required string HostName { get; init; }

    /// <summary>Its address (256).</summary>
    [JsonPropertyName("hostIp")]
    public required string HostIp { get; init; }

    /// <summary>The application, as the resident services before the portal had it.</summary>
    [JsonPropertyName("applicationId")]
    public string ApplicationId { get; init; } = "RES_SER";

    /// <summary>Its name.</summary>
    [JsonPropertyName("applicationName")]
    public string ApplicationName { get; init; } = "Resident Portal";

    /// <summary>Who acted.</summary>
    [JsonPropertyName("sessionUserId")]
    public string SessionUserId { get; init; } = "resident-portal";

    /// <summary>Who acted, by name.</summary>
    [JsonPropertyName("sessionUserName")]
    public string SessionUserName { get; init; } = "resident-portal";

    /// <summary>For whom (64).</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>What stands for the person (64).</summary>
    [JsonPropertyName("idType")]
    public required string IdType { get; init; }

    /// <summary>Who wrote the event.</summary>
    [JsonPropertyName("createdBy")]
    public string CreatedBy { get; init; } = "resident-portal";

    /// <summary>The module's name (128).</summary>
    [JsonPropertyName("moduleName")]
    public required string? ModuleName { get; init; }

    /// <summary>The module (64).</summary>
    [JsonPropertyName("moduleId")]
    public required string? ModuleId { get; init; }

    /// <summary>The rest (2048).</summary>
    [JsonPropertyName("description")]
    public required string? Description { get; init; }
}
