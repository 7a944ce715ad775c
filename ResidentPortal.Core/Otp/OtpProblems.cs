using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Otp;

/// <summary>What can go wrong with one-time codes.</summary>
public static class OtpProblems
{
    /// <summary>The code is not the one that was sent. Fact <c>tries</c>: how many are left, from the second wrong try.</summary>
    public static readonly Problem Wrong = new("otp.wrong", ProblemKind.Invalid);

    /// <summary>What was typed cannot be a code: letters, too short, too long.</summary>
    public static readonly Problem NotACode = new("otp.notACode", ProblemKind.Invalid);

    /// <summary>The code was right but too old, or its time was over.</summary>
    public static readonly Problem Expired = new("otp.expired", ProblemKind.Invalid);

    /// <summary>There is no code that could be entered: none was asked for here, or it was used.</summary>
    public static readonly Problem NoneActive = new("otp.noneActive", ProblemKind.Conflict);

    /// <summary>Four wrong tries: the code is dead and a new one is needed.</summary>
    public static readonly Problem NewCodeNeeded = new("otp.newCodeNeeded", ProblemKind.Limited);

    /// <summary>A code was sent a moment ago, or too many were. Fact <c>at</c>: when the next may be asked for.</summary>
    public static readonly Problem TooSoon = new("otp.tooSoon", ProblemKind.Limited);

    /// <summary>Ten wrong codes from this device in a day: it pauses. Fact <c>at</c>: until when.</summary>
    public static readonly Problem DevicePaused = new("otp.devicePaused", ProblemKind.Limited);

    /// <summary>The platform could not make or send the code.</summary>
    public static readonly Problem NotSent = new("otp.notSent", ProblemKind.Refused);

    /// <summary>The person has no contact of the chosen kind on record.</summary>
    public static readonly Problem ChannelMissing = new("otp.channelMissing", ProblemKind.Refused);

    /// <summary>Codes by the chosen kind of contact are locked by the person.</summary>
    public static readonly Problem ChannelLocked = new("otp.channelLocked", ProblemKind.Refused);

    /// <summary>The platform takes no more requests for this person at the moment.</summary>
    public static readonly Problem TooMany = new("otp.tooMany", ProblemKind.Limited);

    /// <summary>The platform has frozen codes for this person after wrong tries.</summary>
    public static readonly Problem Frozen = new("otp.frozen", ProblemKind.Limited);

    /// <summary>The platform does not know the person, or the number is no longer in use. Never shown as such: it would tell who exists.</summary>
    public static readonly Problem UnknownPerson = new("otp.unknownPerson", ProblemKind.NotFound);

    /// <summary>The UIN is deactivated or blocked. Told to programs alone; a page treats it as an unknown number.</summary>
    public static readonly Problem PersonInactive = new("otp.personInactive", ProblemKind.NotFound);

    /// <summary>The VID has run out, is used up or was revoked. Told to programs alone, as above.</summary>
    public static readonly Problem NumberInactive = new("otp.numberInactive", ProblemKind.NotFound);

    /// <summary>The code was asked for in another transaction.</summary>
    public static readonly Problem OtherTransaction = new("otp.otherTransaction", ProblemKind.Conflict);

    /// <summary>The code was asked for with another of the person's numbers: a code belongs to the number it was asked with.</summary>
    public static readonly Problem OtherNumber = new("otp.otherNumber", ProblemKind.Conflict);

    /// <summary>Whether only another code helps after this problem.</summary>
    public static bool WantsAnother(Problem problem) => problem.Kind is ProblemKind.Limited or ProblemKind.Conflict || string.Equals(problem.Key, Expired.Key, StringComparison.Ordinal);
}
