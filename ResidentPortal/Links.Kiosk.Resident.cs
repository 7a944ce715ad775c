namespace ResidentPortal;

/// <content>The resident's side of a visit at a kiosk, what is read of it afterwards, and what a supervisor is told.</content>
public static partial class Links
{
    /// <summary>Where the resident is told what is asked, and answers; one page, whatever the step.</summary>
    public const string Visit = "/visit";

    /// <summary>Which step it is, for the page to look.</summary>
    public const string VisitState = "/visit/state";

    /// <summary>The same with the number to be typed once more.</summary>
    public const string VisitNumber = "/visit?again=true";

    /// <summary>That somebody is there; POST only.</summary>
    public const string VisitTouch = "/visit/touch";

    /// <summary>The code that reached a new contact of an update; the route of <see cref="VisitContactOf"/>.</summary>
    public const string VisitContact = "/visit/contact/{field}";

    /// <summary>After the end of a visit.</summary>
    public const string VisitEnded = "/visit/ended";

    /// <summary>The short address for the resident's own phone; the route of <see cref="VisitLinkOf"/>.</summary>
    public const string VisitLink = "/v/{code}";

    /// <summary>My visits at kiosks.</summary>
    public const string Visits = "/visits";

    /// <summary>One of them; the route of <see cref="VisitOf"/>.</summary>
    public const string OwnVisit = "/visits/{id:guid}";

    /// <summary>What a supervisor is told of.</summary>
    public const string KioskAlerts = "/kiosk/supervisor/alerts";

    /// <summary>What waits for a second pair of eyes.</summary>
    public const string KioskApprovals = "/kiosk/supervisor/approvals";

    /// <summary>A print that waits, for the desk's printer; POST only.</summary>
    public const string KioskPrint = "/kiosk/print";

    /// <summary>The wish for a print; POST only.</summary>
    public const string KioskPrintWish = "/kiosk/print/wish";

    /// <summary>The short address with its code, which says nothing about anybody.</summary>
    public static string VisitLinkOf(string code) => $"/v/{Uri.EscapeDataString(code)}";

    /// <summary>The code that reached a new contact.</summary>
    public static string VisitContactOf(string field) => $"/visit/contact/{Uri.EscapeDataString(field)}";

    /// <summary>One visit.</summary>
    public static string VisitOf(Guid id) => $"/visits/{id:D}";
}
