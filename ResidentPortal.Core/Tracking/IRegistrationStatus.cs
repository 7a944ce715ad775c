using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// The platform's record of registrations (MOSIP registration processor <c>externalstatus/search</c> and <c>registrationtransaction/search</c>).
/// </summary>
public interface IRegistrationStatus
{
    /// <summary>Where a registration stands. Problems: <see cref="TrackingProblems.UnknownRid"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<RegistrationState>> FindAsync(Rid rid, CancellationToken cancellationToken);

    /// <summary>
    /// The stages the registration has been through, newest first; empty where the platform has noted none. Problems:
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<IReadOnlyList<StageEntry>>> ListStagesAsync(Rid rid, CancellationToken cancellationToken);
}

/// <summary>Where a registration stands, in the platform's external words (<c>UPLOAD_PENDING</c>, <c>PROCESSING</c> …) reduced to what a resident can act on.</summary>
public enum RegistrationState
{
    /// <summary>Announced by the centre, not yet received (<c>UPLOAD_PENDING</c>).</summary>
    NotYetReceived,

    /// <summary>Being worked on (<c>PROCESSING</c>, <c>RECEIVED</c> and words the portal does not know).</summary>
    UnderWay,

    /// <summary>The centre has to send it once more (<c>RESEND</c>). A resident can do nothing about it: to them it is being worked on.</summary>
    SentBack,

    /// <summary>The authority waits for something from the person (<c>AWAITING_INFORMATION</c>).</summary>
    WaitingForPerson,

    /// <summary>Done (<c>PROCESSED</c>, <c>UIN_GENERATED</c>).</summary>
    Done,

    /// <summary>Refused (<c>REJECTED</c>).</summary>
    Refused,

    /// <summary>Failed; the person has to register again (<c>REREGISTER</c>, <c>REPROCESS_FAILED</c>).</summary>
    RegisterAgain,
}

/// <summary>The five stages a resident is told, in their order.</summary>
public enum RegistrationStage
{
    /// <summary>The packet arrived and was opened.</summary>
    Received = 1,

    /// <summary>The centre's work is checked.</summary>
    Validation = 2,

    /// <summary>The person is compared with everybody registered.</summary>
    Verification = 3,

    /// <summary>The number is made or the record changed.</summary>
    NumberMade = 4,

    /// <summary>The card is made.</summary>
    CardReady = 5,
}

/// <summary>One step of a registration that the platform has noted.</summary>
/// <param name="Stage">The stage the step belongs to.</param>
/// <param name="Result">How it went.</param>
/// <param name="At">When, in UTC.</param>
public sealed record StageEntry(RegistrationStage Stage, StageResult Result, DateTimeOffset At);

/// <summary>How a step went.</summary>
public enum StageResult
{
    /// <summary>It was passed (<c>SUCCESS</c>, <c>PROCESSED</c>, <c>UIN_GENERATED</c>).</summary>
    Passed,

    /// <summary>It goes on (<c>PROCESSING</c>, <c>IN_PROGRESS</c>, <c>REPROCESS</c> …).</summary>
    GoingOn,

    /// <summary>It failed (<c>FAILED</c>, <c>REJECTED</c>, <c>REPROCESS_FAILED</c>, <c>ERROR</c>).</summary>
    Failed,
}
