using ResidentPortal.Core.History;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>An act that waits for a second approval. Nothing of the resident is in it.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Kind">What it is.</param>
/// <param name="CentreCode">Where.</param>
/// <param name="OperatorNumber">Who prepared it.</param>
/// <param name="At">When.</param>
public sealed record ApprovalEntry(Guid VisitId, ActKind Kind, string CentreCode, string OperatorNumber, DateTimeOffset At);

/// <summary>How many visits an operator had on a day.</summary>
/// <param name="Day">The day, on the centre's clock.</param>
/// <param name="CentreCode">Where.</param>
/// <param name="OperatorNumber">Who.</param>
/// <param name="Visits">How many visits.</param>
/// <param name="Agreed">In how many the resident agreed.</param>
/// <param name="Acts">How many acts were confirmed.</param>
/// <param name="Prints">How many papers were printed.</param>
public sealed record VisitCount(DateOnly Day, string CentreCode, string OperatorNumber, int Visits, int Agreed, int Acts, int Prints);

/// <summary>What the hourly look at visits found (S-78).</summary>
/// <param name="Id">The row.</param>
/// <param name="Rule">The rule.</param>
/// <param name="CentreCode">Where.</param>
/// <param name="OperatorNumber">Whose visits.</param>
/// <param name="Count">How many visits.</param>
/// <param name="FirstAt">The first of them.</param>
/// <param name="LastAt">The last.</param>
public sealed record MisuseEntry(Guid Id, MisuseRule Rule, string CentreCode, string OperatorNumber, int Count, DateTimeOffset FirstAt, DateTimeOffset LastAt);

/// <summary>What looks like misuse.</summary>
public enum MisuseRule
{
    /// <summary>One new phone or e-mail address was registered for many residents.</summary>
    OneContact,

    /// <summary>A contact of the operator's own was registered for a resident.</summary>
    OwnContact,

    /// <summary>A consent was given faster than it can be read.</summary>
    QuickConsent,

    /// <summary>One resident had many visits.</summary>
    RepeatedVisits,

    /// <summary>Visits at night.</summary>
    OddHours,

    /// <summary>Consents that failed.</summary>
    FailedConsents,
}
