using ResidentPortal.Core.History;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>A visit at a kiosk in the list of its resident.</summary>
/// <param name="Id">The visit.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it goes on.</param>
/// <param name="End">How it ended.</param>
/// <param name="OperatorNumber">Who helped.</param>
/// <param name="CentreCode">Where.</param>
/// <param name="Purposes">What was agreed to.</param>
public sealed record OwnVisitEntry(
    Guid Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, VisitEnd? End, string OperatorNumber, string CentreCode, IReadOnlySet<VisitPurpose> Purposes);

/// <summary>A visit at a kiosk as its resident reads it, from its chain.</summary>
public sealed record OwnVisit
{
    /// <summary>The visit.</summary>
    public required OwnVisitEntry Entry { get; init; }

    /// <summary>The name of the operator.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The name of the centre; null where the platform cannot say it now.</summary>
    public string? CentreName { get; init; }

    /// <summary>What the operator saw.</summary>
    public required IReadOnlyList<VisitFieldKind> Fields { get; init; }

    /// <summary>What was confirmed.</summary>
    public required IReadOnlyList<VisitAct> Acts { get; init; }

    /// <summary>How many papers were printed.</summary>
    public required int Prints { get; init; }

    /// <summary>The steps one after the other.</summary>
    public required IReadOnlyList<VisitMoment> Moments { get; init; }

    /// <summary>Whether the record is as it was written: no row was changed, removed or moved.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The message at which "This was not me" may be pressed; null where there is none.</summary>
    public Guid? NoticeId { get; init; }
}

/// <summary>A step of a visit.</summary>
/// <param name="At">When.</param>
/// <param name="Event">What.</param>
/// <param name="IsDone">Whether it went as wished.</param>
/// <param name="EventId">The request it is about.</param>
public sealed record VisitMoment(DateTimeOffset At, Audit.AuditEvent Event, bool IsDone, string? EventId);
