namespace ResidentPortal.Sandbox;

/// <summary>A wish that an operation of the platform misbehaves: the next so many times, or until it is taken back.</summary>
public sealed record FaultOrder(string Operation, string Fault)
{
    /// <summary>How often the fault still happens; without it, always.</summary>
    public int? Times { get; init; }

    /// <summary>The error code of <c>errors-200</c> and <c>ignored-error</c>.</summary>
    public string? Code { get; init; }

    /// <summary>How long a hang or a drip lasts, how much the clock is wrong, or when to come back after a 429.</summary>
    public double? Seconds { get; init; }

    /// <summary>The field whose type changes; without it, the first one of the response.</summary>
    public string? Field { get; init; }

    /// <summary>Whether the order concerns an operation: by its name, by <c>service.*</c> or by <c>*</c>.</summary>
    public bool Concerns(string operation) =>
        Operation is "*"
        || string.Equals(Operation, operation, StringComparison.Ordinal)
        || (Operation.EndsWith(".*", StringComparison.Ordinal) && operation.StartsWith(Operation[..^1], StringComparison.Ordinal));
}
