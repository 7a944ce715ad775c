using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>What stands in the way of operators who sign in, and of supervisors who add them.</summary>
internal static class OperatorProblems
{
    /// <summary>Number and password do not go together, or nobody may sign in with them now: which of these is nobody's business.</summary>
    public static readonly Problem SignInWrong = new("operators.signInWrong", ProblemKind.Invalid);

    /// <summary>The code of the app is not right, or was taken before.</summary>
    public static readonly Problem CodeWrong = new("operators.codeWrong", ProblemKind.Invalid);

    /// <summary>The passkey is none of an account that may sign in now.</summary>
    public static readonly Problem PasskeyWrong = new("operators.passkeyWrong", ProblemKind.Invalid);

    /// <summary>Too many wrong tries from this device or network. Fact <c>at</c>.</summary>
    public static readonly Problem TooManyTries = new("operators.tooManyTries", ProblemKind.Limited);

    /// <summary>The link to choose how to sign in was used, or is too old.</summary>
    public static readonly Problem JoinOver = new("operators.joinOver", ProblemKind.NotFound);

    /// <summary>The number of the operator is no number that can be given.</summary>
    public static readonly Problem NumberWrong = new("operators.numberWrong", ProblemKind.Invalid);

    /// <summary>Another operator has the number.</summary>
    public static readonly Problem NumberTaken = new("operators.numberTaken", ProblemKind.Conflict);

    /// <summary>There is no name.</summary>
    public static readonly Problem NameWrong = new("operators.nameWrong", ProblemKind.Invalid);

    /// <summary>The code of the centre is none.</summary>
    public static readonly Problem CentreWrong = new("operators.centreWrong", ProblemKind.Invalid);

    /// <summary>The days or hours say no time.</summary>
    public static readonly Problem HoursWrong = new("operators.hoursWrong", ProblemKind.Invalid);

    /// <summary>The operator's own UIN is none.</summary>
    public static readonly Problem UinWrong = new("operators.uinWrong", ProblemKind.Invalid);

    /// <summary>What the account service says opens no duty.</summary>
    public static readonly Problem IamRefused = new("operators.iamRefused", ProblemKind.Refused);

    /// <summary>Nobody suspends themselves.</summary>
    public static readonly Problem OwnAccount = new("operators.ownAccount", ProblemKind.Forbidden);
}
