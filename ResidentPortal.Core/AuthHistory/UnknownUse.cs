using System.Text.Json;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>A use as its ticket has it, for the staff: what the platform finds it by, never a number of the person.</summary>
/// <param name="TransactionId">The platform's number of the transaction.</param>
/// <param name="At">When it was.</param>
/// <param name="Ways">How.</param>
/// <param name="IsAccepted">Whether it was accepted.</param>
/// <param name="Organisation">Who.</param>
/// <param name="Number">Which kind of number was used.</param>
internal sealed record UnknownUse(string? TransactionId, DateTimeOffset At, string Ways, bool IsAccepted, string? Organisation, string Number)
{
    public static string Write(FoundUse found) => JsonSerializer.Serialize(new UnknownUse(
        found.Use.TransactionId, found.Use.At, found.Use.Ways.ToString(), found.Use.IsAccepted, found.Use.Organisation, found.Shown.NumberKind.ToString()));
}
