using System.Diagnostics.CodeAnalysis;

namespace ResidentPortal.Core.Outcomes;

/// <summary>What a flow answers: a value, or the <see cref="Outcomes.Problem"/> that stood in its way.</summary>
/// <typeparam name="T">The value of success.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Problem? problem) => (_value, Problem) = (value, problem);

    /// <summary>Why there is no value; null on success.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Problem is null;

    /// <summary>The value of a success. Asking a failure for it is a bug.</summary>
    public T Value => Problem is null ? _value! : throw new InvalidOperationException($"There is no value: {Problem.Key}.");

    /// <summary>The value, or the problem.</summary>
    public bool Try([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (_value, Problem);
        return problem is null;
    }

    /// <summary>The same failure as an outcome of another value, or the value changed.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, TNext> next) => Problem is null ? next(_value!) : Problem;

    /// <summary>A success.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Made to be implicit.")]
    public static implicit operator Outcome<T>(T value) => new(value, problem: null);

    /// <summary>A failure.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Made to be implicit.")]
    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}

/// <summary>The value of an outcome that has nothing to tell but that it went well.</summary>
public readonly record struct Done;
