using ResidentPortal.Components;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Kiosk.Desk;

/// <summary>The purposes of a visit as they are drawn, and as a form sends them.</summary>
internal static class Purposes
{
    /// <summary>The drawing beside a purpose.</summary>
    public static IconName Drawing(VisitPurpose purpose) => purpose switch
    {
        VisitPurpose.Locks => IconName.Lock,
        VisitPurpose.Vids => IconName.Number,
        VisitPurpose.PrintCard => IconName.Card,
        VisitPurpose.OrderCard => IconName.Mail,
        VisitPurpose.Update => IconName.Person,
        VisitPurpose.VerifyContact => IconName.Phone,
        VisitPurpose.Track => IconName.Track,
        _ => IconName.Help,
    };

    /// <summary>The purposes a form sent; what is none is left out.</summary>
    public static HashSet<VisitPurpose> Of(IReadOnlyList<string>? ticked) =>
        [.. Enum.GetValues<VisitPurpose>().Where(purpose => ticked?.Contains(purpose.ToString(), StringComparer.Ordinal) is true)];
}
