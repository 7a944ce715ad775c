namespace ResidentPortal.Api;

/// <summary>One operation of the face: its address, what its envelope says, who may call it, and what its page of the reference shows.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The path below <c>/resident/v1</c>, as a route pattern.</param>
/// <param name="Id">The id its envelope carries, such as <c>mosip.resident.authlock</c>.</param>
/// <param name="Version">The version its envelope carries: <c>v1</c> for the older operations, <c>1.0</c> for the newer ones.</param>
internal sealed record Operation(string Method, string Pattern, string Id, string Version)
{
    /// <summary>The version of the older operations.</summary>
    public const string Legacy = "v1";

    /// <summary>The version of the newer operations.</summary>
    public const string Newer = "1.0";

    /// <summary>Who may call it.</summary>
    public Access Access { get; init; } = Access.Program;

    /// <summary>Whether the body has no envelope; the mapping says so.</summary>
    public bool IsFlat { get; init; }

    /// <summary>Whether a body without <c>request</c> is refused as unreadable, before every other check.</summary>
    public bool WantsRequest { get; init; }

    /// <summary>Whether the answer carries the header <c>eventId</c>.</summary>
    public bool TellsEvent { get; init; }

    /// <summary>The id that a failure carries, where it is another.</summary>
    public string? FailureId { get; init; }

    /// <summary>Whether a success says <c>"errors": []</c> where others say <c>null</c>.</summary>
    public bool EmptyErrors { get; init; }

    /// <summary>The largest body in bytes, for an operation that carries files; 0 for the common limit.</summary>
    public int LargestBody { get; init; }

    /// <summary>What it does, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>An example of the request (of what stands in <c>request</c>), as JSON; empty where there is no body.</summary>
    public string Asks { get; init; } = string.Empty;

    /// <summary>An example of the response (of what stands in <c>response</c>), as JSON; empty for files.</summary>
    public string Gives { get; init; } = string.Empty;

    /// <summary>The errors it answers with, beside those that every operation has.</summary>
    public IReadOnlyList<ApiError> Refuses { get; init; } = [];

    /// <summary>What it takes from the path and the query.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];
}

/// <summary>Who may call an operation.</summary>
internal enum Access
{
    /// <summary>A program of the platform, with client credentials, unless the face is open to all.</summary>
    Program,

    /// <summary>A resident who has signed in.</summary>
    Resident,

    /// <summary>Anybody: signing in, and the description of the face.</summary>
    Anyone,
}

/// <summary>A part of the path or the query.</summary>
/// <param name="Name">Its name; one that stands in the pattern is a part of the path.</param>
/// <param name="Description">What it is, with its format.</param>
/// <param name="Example">An example.</param>
internal sealed record ApiParameter(string Name, string Description, string Example);
