using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Judges texts by the regular expressions of the ID schema. They come from outside, so that each runs without backtracking where it can, else with a limit of time,
/// and on texts of limited length only (ASVS 1.3.12). What could not be judged in time is refused; an expression that is none is passed over, since the platform
/// judges again.
/// </summary>
public sealed partial class FieldPatterns(ILogger<FieldPatterns> logger)
{
    /// <summary>The longest text that is judged; a longer one is refused.</summary>
    public const int LongestText = 1000;

    private const int MostKept = 256;

    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Regex?> _kept = new(StringComparer.Ordinal);

    /// <summary>How many expressions are kept compiled.</summary>
    internal int KeptCount => _kept.Count;

    /// <summary>Whether a text in a language, or without one, matches all patterns that are for it.</summary>
    public bool Accept(string text, string? language, IReadOnlyList<FieldPattern> patterns) => text.Length <= LongestText && patterns
        .Where(pattern => pattern.Language is null || string.Equals(pattern.Language, language, StringComparison.OrdinalIgnoreCase))
        .All(pattern => Matches(text, Compiled(pattern.Expression)));

    private bool Matches(string text, Regex? expression)
    {
        try
        {
            return expression?.IsMatch(text) ?? true;
        }
        catch (RegexMatchTimeoutException)
        {
            Log.TookTooLong(logger);
            return false;
        }
    }

    private Regex? Compiled(string expression)
    {
        if (!_kept.TryGetValue(expression, out var compiled))
        {
            compiled = Compile(expression);

            // A country has a few dozen; more than that can only be a schema that changes all the time.
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[expression] = compiled;
        }

        return compiled;
    }

    private Regex? Compile(string expression)
    {
        try
        {
            return Build(expression, RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // Looking ahead, as MOSIP's own expressions do, and referring back take backtracking.
            return Build(expression, RegexOptions.None);
        }
        catch (ArgumentException)
        {
            Log.NoExpression(logger);
            return null;
        }
    }

    private static Regex Build(string expression, RegexOptions options) => new($@"\A(?:{JavaExpression.Translate(expression)})\z", options | RegexOptions.CultureInvariant, LongestMatch);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An expression of the ID schema took too long; the value was refused")]
        public static partial void TookTooLong(ILogger logger);

        [LoggerMessage(2, LogLevel.Error, "An expression of the ID schema is none; values are not judged by it")]
        public static partial void NoExpression(ILogger logger);
    }
}
