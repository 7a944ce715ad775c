namespace ResidentPortal.Sandbox;

/// <summary>The faults the sandbox can play, as its JSON names them.</summary>
public static class FaultNames
{
    /// <summary>500 without having done anything.</summary>
    public const string Http500 = "http-500";

    /// <summary>401, as for a token the platform does not take.</summary>
    public const string Http401 = "http-401";

    /// <summary>403, as for a token without the role.</summary>
    public const string Http403 = "http-403";

    /// <summary>429 with Retry-After.</summary>
    public const string Http429 = "http-429";

    /// <summary>A page of a gateway with status 200.</summary>
    public const string Html200 = "html-200";

    /// <summary>A page of a gateway with status 500.</summary>
    public const string Html500 = "html-500";

    /// <summary>Status 200 and no body.</summary>
    public const string Empty200 = "empty-200";

    /// <summary>A refusal in the envelope.</summary>
    public const string Errors200 = "errors-200";

    /// <summary>An envelope with neither response nor errors.</summary>
    public const string NullResponse = "null-response";

    /// <summary>A success that carries an error too, and was not done.</summary>
    public const string IgnoredError = "ignored-error";

    /// <summary>A success that was not done.</summary>
    public const string SuccessThenNothing = "success-then-nothing";

    /// <summary>Done, but answered with 500.</summary>
    public const string ApplyThen500 = "apply-then-500";

    /// <summary>Nothing for a while; then, if the caller still waits, the normal answer.</summary>
    public const string Hang = "hang";

    /// <summary>Done at once, but the answer comes late.</summary>
    public const string ApplyThenHang = "apply-then-hang";

    /// <summary>The answer comes byte by byte.</summary>
    public const string SlowDrip = "slow-drip";

    /// <summary>Done, but the connection breaks before the answer.</summary>
    public const string ResetAfterSend = "reset-after-send";

    /// <summary>A field of the answer has another type.</summary>
    public const string ChangedType = "changed-type";

    /// <summary>The platform's clock is wrong for this call.</summary>
    public const string Skew = "skew";

    /// <summary>The answer's body comes twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>All tokens issued so far end before this call.</summary>
    public const string TokenExpired = "token-expired";

    /// <summary>Every fault with what it does.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        [Http500] = "answers 500, nothing done",
        [Http401] = "answers 401, nothing done",
        [Http403] = "answers 403, nothing done",
        [Http429] = "answers 429 with Retry-After (seconds, default 5)",
        [Html200] = "answers 200 with a gateway's HTML page, nothing done",
        [Html500] = "answers 500 with a gateway's HTML page, nothing done",
        [Empty200] = "answers 200 without a body, nothing done",
        [Errors200] = "answers 200 with an error (code), nothing done",
        [NullResponse] = "answers 200 with response null and no error, nothing done",
        [IgnoredError] = "answers a success with an error beside it (code), nothing done",
        [SuccessThenNothing] = "answers success, nothing done",
        [ApplyThen500] = "does it, then answers 500",
        [Hang] = "waits (seconds, default 30), then does it if the caller still waits",
        [ApplyThenHang] = "does it, then waits (seconds, default 30) before it answers",
        [SlowDrip] = "does it, then writes the body byte by byte (seconds, default 30)",
        [ResetAfterSend] = "does it, then breaks the connection",
        [ChangedType] = "does it, with a field (field, default the first) of another JSON type",
        [Skew] = "judges and stamps with a clock that is wrong (seconds, default 90; may be negative)",
        [Duplicate] = "does it, and writes the body twice",
        [TokenExpired] = "ends all tokens issued so far, then goes on",
    };
}
