using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>What the end of an act of a kind brings with it, written in the transaction that ends it.</summary>
/// <param name="Event">What the audit trail records.</param>
/// <param name="Done">The notice that it was done.</param>
/// <param name="NotDone">The notice that it was not done.</param>
/// <param name="Unknown">The notice that it could not be found out.</param>
public sealed record ActEnding(AuditEvent Event, NoticeKind Done, NoticeKind NotDone, NoticeKind Unknown)
{
    /// <summary>The facts of the notice, from the act. Never a number of a person.</summary>
    public Func<ServiceRequestRow, IReadOnlyDictionary<string, string>> Facts { get; init; } = static _ => new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Rows that stand or fall with the act's being done.</summary>
    public Func<PortalDbContext, ServiceRequestRow, DateTimeOffset, Task>? WhenDone { get; init; }
}
