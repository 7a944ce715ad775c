using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>The cookies a visit leaves in a browser, by name.</summary>
internal static class VisitCookies
{
    // The view itself, and the codes of pages without a sign-in that were used meanwhile.
    private static readonly string[] OfVisit = [PortalCookies.Visit, PortalCookies.Code];

    /// <summary>Takes them back. At a kiosk nobody has a sign-in of their own, so one that is there was left by somebody; on a phone it is its owner's.</summary>
    public static void Delete(HttpContext context, bool isDevice)
    {
        foreach (var name in isDevice ? [.. OfVisit, PortalCookies.Session] : OfVisit)
        {
            PortalCookies.Delete(context, name);
        }
    }
}
