using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.RegistrationProcessor;

/// <summary>MOSIP registration processor, where packets are announced.</summary>
internal interface IPacketSyncApi
{
    /// <summary><c>POST /sync</c>: that a packet will come; the body is a JSON text, encrypted.</summary>
    [Post("/sync")]
    Task<HttpResponseMessage> SyncAsync(
        [Header("Cookie")] string cookie, [Header("Center-Machine-RefId")] string machine, [Header("timestamp")] string time, [Body] HttpContent body, CancellationToken cancellationToken);
}

/// <summary>MOSIP registration processor, where packets are handed in.</summary>
internal interface IPacketReceiverApi
{
    /// <summary><c>POST /registrationpackets</c>: one part, <c>file</c>.</summary>
    [Post("/registrationpackets")]
    Task<HttpResponseMessage> UploadAsync([Header("Cookie")] string cookie, [Body(buffered: false)] MultipartFormDataContent body, CancellationToken cancellationToken);
}

/// <summary>A packet that will come.</summary>
internal sealed record SyncRecord
{
    /// <summary>The RID.</summary>
    [JsonPropertyName("registrationId")]
    public required string RegistrationId { get; init; }

    /// <summary>The RID once more: by it the record is found again, and the packet's file is named.</summary>
    [JsonPropertyName("packetId")]
    public string PacketId => RegistrationId;

    /// <summary>Nothing: the packet completes no other one.</summary>
    [JsonPropertyName("additionalInfoReqId")]
    public string? AdditionalRequestId { get; init; }

    /// <summary>The process.</summary>
    [JsonPropertyName("registrationType")]
    public required string RegistrationType { get; init; }

    /// <summary>The name by which a lost RID is found.</summary>
    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    /// <summary>The e-mail address.</summary>
    [JsonPropertyName("email")]
    public required string? Email { get; init; }

    /// <summary>The phone.</summary>
    [JsonPropertyName("phone")]
    public required string? Phone { get; init; }

    /// <summary>The SHA-256 of the file, in capital hexadecimal digits.</summary>
    [JsonPropertyName("packetHashValue")]
    public required string PacketHashValue { get; init; }

    /// <summary>The size of the file.</summary>
    [JsonPropertyName("packetSize")]
    public required long PacketSize { get; init; }

    /// <summary>A supervisor's word, which there is none of.</summary>
    [JsonPropertyName("supervisorStatus")]
    public string SupervisorStatus { get; init; } = "APPROVED";

    /// <summary>Who says so.</summary>
    [JsonPropertyName("supervisorComment")]
    public string SupervisorComment { get; init; } = "Sent by the resident";

    /// <summary>Nothing.</summary>
    [JsonPropertyName("optionalValues")]
    public string? OptionalValues { get; init; }

    /// <summary>The language.</summary>
    [JsonPropertyName("langCode")]
    public required string LangCode { get; init; }

    /// <summary>Without number, name and contacts.</summary>
    public override string ToString() => nameof(SyncRecord);
}
