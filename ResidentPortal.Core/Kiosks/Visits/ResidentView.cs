using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>A visit as the resident sees it.</summary>
public sealed record ResidentView
{
    /// <summary>The visit.</summary>
    public required Guid VisitId { get; init; }

    /// <summary>How far it has come.</summary>
    public required VisitState State { get; init; }

    /// <summary>What is to be shown.</summary>
    public required ViewStep Step { get; init; }

    /// <summary>Where the view is.</summary>
    public required ViewPlace Place { get; init; }

    /// <summary>The number of the operator.</summary>
    public required string OperatorNumber { get; init; }

    /// <summary>The name of the operator.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The name of the centre in the language of the view; null where the platform cannot say it now.</summary>
    public string? CentreName { get; init; }

    /// <summary>The code of the centre.</summary>
    public required string CentreCode { get; init; }

    /// <summary>What was agreed to; before that what is asked for.</summary>
    public required IReadOnlySet<VisitPurpose> Purposes { get; init; }

    /// <summary>What is asked for in addition, and not agreed to yet.</summary>
    public required IReadOnlySet<VisitPurpose> NewPurposes { get; init; }

    /// <summary>What the operator will see, for all that is asked for.</summary>
    public required IReadOnlyList<VisitFieldKind> Fields { get; init; }

    /// <summary>The language of the view.</summary>
    public required Language Language { get; init; }

    /// <summary>The id by which the view asks the portal's flows; null before a number and a code were entered.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The act to be read back, or what became of it.</summary>
    public ActReceipt? Act { get; init; }

    /// <summary>Its number.</summary>
    public string? EventId { get; init; }

    /// <summary>Whether a second person has to approve the act first.</summary>
    public bool WaitsForApproval { get; init; }

    /// <summary>Whether the times are longer.</summary>
    public required bool IsSlow { get; init; }

    /// <summary>Until when the consent holds; null before.</summary>
    public DateTimeOffset? ConsentUntil { get; init; }

    /// <summary>What was done, once it is over.</summary>
    public VisitSummary? Summary { get; init; }

    /// <summary>Counts every change.</summary>
    public required int Version { get; init; }
}
