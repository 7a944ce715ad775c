using System.Text.RegularExpressions;

namespace ResidentPortal.Core.Notifications;

/// <summary>
/// Fills the references of the platform's templates (Apache Velocity: <c>$name</c>, <c>${name}</c>, <c>$!name</c>). Values are put in once and are never read as
/// template themselves; a reference without a value stays as it is, a quiet one becomes nothing.
/// </summary>
internal static partial class VelocityText
{
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) => Reference().Replace(
        template,
        match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value : match.Groups["quiet"].Success ? string.Empty : match.Value);

    [GeneratedRegex(@"\$(?<quiet>!)?(\{(?<name>[A-Za-z]\w*)\}|(?<name>[A-Za-z]\w*))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Reference();
}
