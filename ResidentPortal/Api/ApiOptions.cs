using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Api;

/// <summary>The REST face <c>/resident/v1</c> (section <c>Api</c>): MOSIP's Resident Services API over the portal's own flows.</summary>
public sealed class ApiOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Api";

    /// <summary>Where the face listens, such as <c>http://10.0.0.4:8081</c>: an address of its own, at which no page answers. Without one there is no face.</summary>
    public string? Address { get; set; }

    /// <summary>Lets programs without client credentials call the operations that need no sign-in. For a gateway that has asked for them already.</summary>
    public bool OpenToAll { get; set; }

    /// <summary>The platform's realm, whose keys the tokens of programs are judged by; below <c>Mosip:BaseUrl</c> unless said otherwise.</summary>
    public string? Realm { get; set; }

    /// <summary>The clients of the realm that may call; without any, all that have the role.</summary>
    public IList<string> Clients { get; } = [];

    /// <summary>The role that a program needs.</summary>
    public string Role { get; set; } = "RESIDENT";

    /// <summary>The largest body of an operation that carries no file, in bytes.</summary>
    [Range(1024, 1024 * 1024, ErrorMessage = "must be between 1024 and 1048576 bytes.")]
    public int BodyBytes { get; set; } = 64 * 1024;

    /// <summary>How long a call may take to send its body, in seconds.</summary>
    [Range(1, 120, ErrorMessage = "must be between 1 and 120 seconds.")]
    public int BodySeconds { get; set; } = 15;

    /// <summary>How far the time of a call that changes a contact may lie from now, in seconds.</summary>
    [Range(10, 86400, ErrorMessage = "must be between 10 and 86400 seconds.")]
    public int TimeWindowSeconds { get; set; } = 300;

    /// <summary>How many calls one network may make in a minute.</summary>
    [Range(1, 1000000, ErrorMessage = "must be between 1 and 1000000.")]
    public int NetworkCallsPerMinute { get; set; } = 6000;

    /// <summary>How many calls one program may make in a minute.</summary>
    [Range(1, 1000000, ErrorMessage = "must be between 1 and 1000000.")]
    public int ProgramCallsPerMinute { get; set; } = 60000;

    /// <summary>How many calls may name one person's number in a minute.</summary>
    [Range(1, 100000, ErrorMessage = "must be between 1 and 100000.")]
    public int PersonCallsPerMinute { get; set; } = 60;
}
