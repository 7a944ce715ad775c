namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>How far a visit has come.</summary>
public enum VisitState
{
    /// <summary>The operator has begun it; nothing was put before the resident.</summary>
    Started,

    /// <summary>The resident is asked.</summary>
    BeforeResident,

    /// <summary>The resident has agreed.</summary>
    Agreed,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>Where the resident's view is.</summary>
public enum ViewPlace
{
    /// <summary>On the operator's screen, which was handed over: the duty rests meanwhile.</summary>
    SameScreen,

    /// <summary>On another screen of the centre, or the resident's own phone, by a short link.</summary>
    OtherScreen,
}

/// <summary>What the resident's view shows.</summary>
public enum ViewStep
{
    /// <summary>Who asks for what, with "I agree" and "No, stop".</summary>
    Consent,

    /// <summary>The resident's own number, and where the code is to go.</summary>
    Number,

    /// <summary>The code that confirms the consent.</summary>
    ConsentCode,

    /// <summary>Nothing to do: the operator prepares something, or a second person is asked.</summary>
    Waiting,

    /// <summary>An act, old and new, with "Yes, this is right" and "No".</summary>
    ReadBack,

    /// <summary>The code for that act.</summary>
    ActCode,

    /// <summary>What became of the act.</summary>
    Outcome,

    /// <summary>"Did you take your paper?"</summary>
    TakePaper,

    /// <summary>The visit is over.</summary>
    Ended,
}

/// <summary>How far an act has come that the operator prepared.</summary>
public enum DeskActState
{
    /// <summary>The resident looks at it.</summary>
    BeforeResident,

    /// <summary>The resident said that it is not right.</summary>
    SaidNo,

    /// <summary>The resident confirmed it with a code, and it was sent.</summary>
    Confirmed,

    /// <summary>A second person has to approve it before the resident can confirm it (S-77).</summary>
    WaitsForApproval,

    /// <summary>The second person said no.</summary>
    NotApproved,
}

/// <summary>How far a paper has come.</summary>
public enum PrintState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The desk has the print: the resident is to take it.</summary>
    OnPaper,
}

/// <summary>How a visit ended.</summary>
public enum VisitEnd
{
    /// <summary>The operator finished it.</summary>
    Finished,

    /// <summary>The resident pressed "No, stop".</summary>
    Stopped,

    /// <summary>The time of the consent was over.</summary>
    TotalTime,

    /// <summary>Nobody touched either view for too long.</summary>
    Away,

    /// <summary>The device was suspended, or did not prove its key any more.</summary>
    DeviceOver,

    /// <summary>The operator's duty ended.</summary>
    DutyOver,

    /// <summary>It was left over when the device started again.</summary>
    LeftOver,

    /// <summary>The number was the operator's own.</summary>
    OwnNumber,

    /// <summary>The resident ended it from elsewhere, or pressed "This was not me".</summary>
    EndedElsewhere,
}
