namespace ResidentPortal;

/// <content>The addresses of operators and supervisors.</content>
public static partial class Links
{
    /// <summary>Where a device begins, and whoever is on duty goes on.</summary>
    public const string KioskStart = "/kiosk";

    /// <summary>The number and the password of an operator, or a passkey.</summary>
    public const string KioskSignIn = "/kiosk/sign-in";

    /// <summary>The code of the operator's app.</summary>
    public const string KioskFactor = "/kiosk/sign-in/factor";

    /// <summary>The same, after joining.</summary>
    public const string KioskSignInJoined = "/kiosk/sign-in?joined=true";

    /// <summary>To the account service that operators come from, where there is one.</summary>
    public const string KioskIam = "/kiosk/sign-in/iam";

    /// <summary>The same, to take the screen back.</summary>
    public const string KioskIamBack = "/kiosk/sign-in/iam/back";

    /// <summary>Where the account service sends operators back to.</summary>
    public const string KioskIamReturn = "/kiosk/sign-in/return";

    /// <summary>Ends the duty; POST only.</summary>
    public const string KioskSignOut = "/kiosk/sign-out";

    /// <summary>Takes the screen back after a hand-over.</summary>
    public const string KioskBack = "/kiosk/back";

    /// <summary>What a supervisor can do.</summary>
    public const string KioskSupervisor = "/kiosk/supervisor";

    /// <summary>The accounts of operators.</summary>
    public const string KioskOperators = "/kiosk/supervisor/operators";

    /// <summary>The sign-in page for somebody who comes back without a duty: the name of the problem says nothing about anybody.</summary>
    public static string KioskSignInAfter(string problem) => $"{KioskSignIn}?why={Uri.EscapeDataString(problem)}";

    /// <summary>Where a new operator chooses how to sign in; the token says nothing about anybody.</summary>
    public static string KioskJoinOf(string token) => $"/kiosk/join/{Uri.EscapeDataString(token)}";
}
