namespace ResidentPortal.Core.Outcomes;

/// <summary>
/// An expected failure, by name. The key is the name of its sentence in every language; the facts fill that sentence's places (a clock time, a number of
/// tries) and are never personal, since a problem may be logged.
/// </summary>
/// <param name="Key">Dotted name, <c>otp.wrong</c>: the same in sentences, tests and logs.</param>
/// <param name="Kind">What sort of failure it is.</param>
public sealed record Problem(string Key, ProblemKind Kind)
{
    /// <summary>Values for the places of the sentence.</summary>
    public IReadOnlyDictionary<string, object> Facts { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>The same problem with one fact more.</summary>
    public Problem With(string name, object value) =>
        this with { Facts = new Dictionary<string, object>(Facts, StringComparer.Ordinal) { [name] = value } };

    /// <inheritdoc/>
    public override string ToString() => Key;
}

/// <summary>What sort of failure a <see cref="Problem"/> is, and so what can be done about it.</summary>
public enum ProblemKind
{
    /// <summary>What was entered is not acceptable: correct it.</summary>
    Invalid,

    /// <summary>There is no such thing, or none that the asker may know of.</summary>
    NotFound,

    /// <summary>The asker may not do this, or not without proving more.</summary>
    Forbidden,

    /// <summary>Something else is in the way: an act in flight, a state already reached.</summary>
    Conflict,

    /// <summary>Too often: later.</summary>
    Limited,

    /// <summary>A service does not answer; nothing was changed.</summary>
    Unavailable,

    /// <summary>The platform said no.</summary>
    Refused,

    /// <summary>It is not known whether it was done.</summary>
    Unknown,
}
