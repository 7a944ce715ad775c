using System.Text.Json;

namespace ResidentPortal.Core.Grievances;

/// <summary>A report as the ledger has it: which ticket, about what; never what was written.</summary>
/// <param name="TicketId">The ticket id.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="AboutEventId">The event id of the service request it is about.</param>
public sealed record ReportProblemOrder(Guid TicketId, GrievanceSubject Subject, string? AboutEventId)
{
    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static ReportProblemOrder OfWish(string wish) => JsonSerializer.Deserialize<ReportProblemOrder>(wish)!;
}
