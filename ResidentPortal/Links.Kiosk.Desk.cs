namespace ResidentPortal;

/// <content>The addresses of the desk of a kiosk.</content>
public static partial class Links
{
    /// <summary>Where an operator begins a visit.</summary>
    public const string Desk = "/kiosk/desk";

    /// <summary>A visit, from the operator's side.</summary>
    public const string DeskVisit = "/kiosk/visit";

    /// <summary>What became of it, for the page that looks again and again.</summary>
    public const string DeskVisitState = "/kiosk/visit/state";

    /// <summary>A number in the queue; the route of <see cref="TicketOf"/>.</summary>
    public const string Ticket = "/kiosk/ticket/{number}";

    /// <summary>The stylesheet of kiosks, after the one of every page.</summary>
    public const string KioskStyles = "/brand/kiosk.css";

    /// <summary>A number in the queue, such as A-17; it says nothing about anybody.</summary>
    public static string TicketOf(string number) => $"/kiosk/ticket/{Uri.EscapeDataString(number)}";
}
