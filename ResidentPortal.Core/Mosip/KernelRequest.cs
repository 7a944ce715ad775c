using System.Text.Json.Serialization;

namespace ResidentPortal.Core.Mosip;

/// <summary>The envelope of a request to the kernel services, ID repository and the registration processor.</summary>
/// <typeparam name="T">What is asked.</typeparam>
/// <param name="Request">What is asked.</param>
internal sealed record KernelRequest<T>([property: JsonPropertyName("request")] T Request)
{
    /// <summary>The operation as MOSIP names it, where the service looks at it.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The version of the operation.</summary>
    [JsonPropertyName("version")]
    public string? Version { get; init; }

    /// <summary>When it is asked.</summary>
    [JsonPropertyName("requesttime")]
    public required string RequestTime { get; init; }
}
