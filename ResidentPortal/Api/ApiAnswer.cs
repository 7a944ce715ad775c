using ResidentPortal.Core.Identifiers;
using EventId = ResidentPortal.Core.Identifiers.EventId;

namespace ResidentPortal.Api;

/// <summary>What an operation answers, before it is put into its envelope.</summary>
internal sealed record ApiAnswer
{
    private ApiAnswer()
    {
    }

    /// <summary>What stands in <c>response</c>.</summary>
    public object? Response { get; private init; }

    /// <summary>What stands in <c>errors</c>; empty for a success.</summary>
    public IReadOnlyList<ApiError> Errors { get; private init; } = [];

    /// <summary>A body without the envelope.</summary>
    public object? Bare { get; private init; }

    /// <summary>A file instead of JSON.</summary>
    public ApiFile? File { get; private init; }

    /// <summary>Where the caller is sent instead of being answered.</summary>
    public string? Location { get; private init; }

    /// <summary>Whether the answer has no body at all.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>The event id of the act; the header says <c>NA</c> where there is none.</summary>
    public string? EventId { get; init; }

    /// <summary>When the next call may succeed, for the header <c>Retry-After</c>.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>A success in the envelope.</summary>
    public static ApiAnswer Of(object response, EventId? eventId = null) => new() { Response = response, EventId = eventId?.Value };

    /// <summary>One error or several in the envelope.</summary>
    public static ApiAnswer Failed(params IReadOnlyList<ApiError> errors) => new() { Errors = errors };

    /// <summary>A body that is no envelope: a success, unless a status says otherwise.</summary>
    public static ApiAnswer Plain(object body) => new() { Bare = body };

    /// <summary>A PDF.</summary>
    public static ApiAnswer Pdf(byte[] content, string name, EventId? eventId = null) => new() { File = new ApiFile(content, "application/pdf", name), EventId = eventId?.Value };

    /// <summary>A success that has nothing to say.</summary>
    public static ApiAnswer Nothing { get; } = new() { IsEmpty = true };

    /// <summary>A redirect.</summary>
    public static ApiAnswer Redirect(string location) => new() { Location = location };

    public static implicit operator ApiAnswer(ApiError error) => Failed(error);
}

/// <summary>A file in an answer.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Name">The name it is saved under.</param>
internal sealed record ApiFile(byte[] Content, string Type, string Name);
