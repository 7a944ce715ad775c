using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks;

/// <summary>What stands in the way at a kiosk.</summary>
public static class KioskProblems
{
    /// <summary>The enrolment code is not one that may be used now.</summary>
    public static readonly Problem EnrolmentCodeWrong = new("kiosks.enrolmentCodeWrong", ProblemKind.Invalid);

    /// <summary>A device to be enrolled wants a name and a centre.</summary>
    public static readonly Problem DeviceNameNeeded = new("kiosks.deviceNameNeeded", ProblemKind.Invalid);

    /// <summary>The device is not enrolled, or has not proved its key a short while ago.</summary>
    public static readonly Problem DeviceNotProved = new("kiosks.deviceNotProved", ProblemKind.Forbidden);

    /// <summary>The device was suspended, or its time is over.</summary>
    public static readonly Problem DeviceSuspended = new("kiosks.deviceSuspended", ProblemKind.Forbidden);

    /// <summary>The device waits for a supervisor to compare its words.</summary>
    public static readonly Problem DeviceNotConfirmed = new("kiosks.deviceNotConfirmed", ProblemKind.Conflict);

    /// <summary>Nobody is on duty here, or not any more.</summary>
    public static readonly Problem DutyNeeded = new("kiosks.dutyNeeded", ProblemKind.Forbidden);

    /// <summary>The operator works at another centre.</summary>
    public static readonly Problem OtherCentre = new("kiosks.otherCentre", ProblemKind.Forbidden);

    /// <summary>It is outside the operator's hours. Facts <c>from</c>, <c>to</c>.</summary>
    public static readonly Problem OutsideHours = new("kiosks.outsideHours", ProblemKind.Forbidden);

    /// <summary>The screen is with the resident: the operator proves a factor again to go on.</summary>
    public static readonly Problem HandedOver = new("kiosks.handedOver", ProblemKind.Forbidden);

    /// <summary>It may be done by a supervisor alone.</summary>
    public static readonly Problem SupervisorNeeded = new("kiosks.supervisorNeeded", ProblemKind.Forbidden);

    /// <summary>A supervisor helps nobody.</summary>
    public static readonly Problem SupervisorMayNot = new("kiosks.supervisorMayNot", ProblemKind.Forbidden);

    /// <summary>Another resident's visit is not ended yet.</summary>
    public static readonly Problem VisitOpen = new("kiosks.visitOpen", ProblemKind.Conflict);

    /// <summary>There is no visit here.</summary>
    public static readonly Problem NoVisit = new("kiosks.noVisit", ProblemKind.NotFound);

    /// <summary>No purpose was ticked.</summary>
    public static readonly Problem NoPurpose = new("kiosks.noPurpose", ProblemKind.Invalid);

    /// <summary>The short link is not one that may be opened now.</summary>
    public static readonly Problem LinkOver = new("kiosks.linkOver", ProblemKind.NotFound);

    /// <summary>The number is the operator's own.</summary>
    public static readonly Problem OwnNumber = new("kiosks.ownNumber", ProblemKind.Forbidden);

    /// <summary>The number is another person's than the one who agreed.</summary>
    public static readonly Problem OtherPerson = new("kiosks.otherPerson", ProblemKind.Forbidden);

    /// <summary>The visit has gone on: this is not what it waits for now.</summary>
    public static readonly Problem OtherStep = new("kiosks.otherStep", ProblemKind.Conflict);

    /// <summary>The act wants a second approval first, and waits for it.</summary>
    public static readonly Problem ApprovalNeeded = new("kiosks.approvalNeeded", ProblemKind.Forbidden);

    /// <summary>It wants another person than the one who prepared it.</summary>
    public static readonly Problem SecondPersonNeeded = new("kiosks.secondPersonNeeded", ProblemKind.Forbidden);
}
