using ResidentPortal.Core.Audit;

namespace ResidentPortal.Core.ClientReports;

/// <summary>What a client says happened in it. Anybody can say anything: only what has the form of a catalogue's code is kept of it.</summary>
/// <param name="EventId">The event of the client's catalogue, <c>RP-001</c> or <c>RES-SER-205</c>.</param>
/// <param name="EventType"><c>Success</c>, or anything else.</param>
/// <param name="ModuleId">The part of the client, <c>RS-HOME</c>.</param>
public sealed record ClientReport(string? EventId, string? EventType, string? ModuleId)
{
    private const int LongestPart = 24;
    private const int MostParts = 5;
    private const int MostDigits = 5;
    private const string Other = "other";

    /// <summary>Without what was said.</summary>
    public override string ToString() => nameof(ClientReport);

    /// <summary>How it ended, as the trail has it.</summary>
    internal AuditResult Result => string.Equals(EventType?.Trim(), "Success", StringComparison.OrdinalIgnoreCase) ? AuditResult.Success : AuditResult.Failure;

    /// <summary>The line of the trail.</summary>
    internal string Note => $"{Code(EventId, needsNumber: true)} {Code(ModuleId, needsNumber: false)}";

    // Capital letters between hyphens and a short number: no name as people write it, and no number of a person, a telephone or a day fits.
    private static string Code(string? text, bool needsNumber) =>
        text?.Split('-') is { Length: > 0 and <= MostParts } parts
        && parts.All(part => part.Length is > 0 and <= LongestPart && (part.All(letter => char.IsAsciiLetterUpper(letter) || letter is '_') || part.All(char.IsAsciiDigit)))
        && text.Count(char.IsAsciiDigit) <= MostDigits && (!needsNumber || parts is [_, .., [>= '0' and <= '9', ..]])
            ? text
            : Other;
}
