using System.Text.Json.Serialization;

namespace ResidentPortal.Api;

/// <summary>The request envelope of nearly every operation.</summary>
/// <typeparam name="TRequest">What stands in it.</typeparam>
internal sealed record Envelope<TRequest>
    where TRequest : class
{
    /// <summary>The id of the operation, such as <c>mosip.resident.authlock</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The version: <c>v1</c> or <c>1.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary>When it was asked, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c> in UTC.</summary>
    [JsonPropertyName("requesttime")]
    public string? RequestTime { get; init; }

    /// <summary>What is asked.</summary>
    public TRequest? Request { get; init; }
}

/// <summary>The response envelope of nearly every operation.</summary>
/// <typeparam name="TResponse">What stands in it.</typeparam>
internal sealed record Reply<TResponse>
{
    /// <summary>The id of the operation, as it was asked with.</summary>
    public required string Id { get; init; }

    /// <summary>The version, as it was asked with.</summary>
    public required string Version { get; init; }

    /// <summary>When it was answered, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c> in UTC.</summary>
    [JsonPropertyName("responsetime")]
    public required string ResponseTime { get; init; }

    /// <summary>Always null.</summary>
    public object? Metadata { get; init; }

    /// <summary>The answer; null where there are errors.</summary>
    public TResponse? Response { get; init; }

    /// <summary>The errors; null, or an empty list, where there are none.</summary>
    public IReadOnlyList<ReplyError>? Errors { get; init; }
}

/// <summary>One error of an answer.</summary>
/// <param name="ErrorCode">The code, which alone is to be compared.</param>
/// <param name="Message">What is wrong, in English.</param>
internal sealed record ReplyError(string ErrorCode, string Message);

/// <summary>What an act answers that has nothing more to tell.</summary>
/// <param name="Status">Always <c>success</c>, in the spelling of the operation.</param>
/// <param name="Message">Where the resident was told of it.</param>
internal sealed record ActReply(string? Status, string Message);
