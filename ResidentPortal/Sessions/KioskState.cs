using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Sessions;

/// <summary>Where a request stands at a kiosk: found anew for each, so that what was suspended, handed over or ended counts at once.</summary>
public sealed record KioskState
{
    /// <summary>Whose side of the desk it comes from.</summary>
    public required KioskSide Side { get; init; }

    /// <summary>Whether it comes from an enrolled device, and not from the resident's own phone.</summary>
    public required bool IsDevice { get; init; }

    /// <summary>The device; null while it has not proved its key.</summary>
    public KioskDevice? Device { get; init; }

    /// <summary>Who is on duty; null where nobody is.</summary>
    public Duty? Duty { get; init; }

    /// <summary>Why nobody is on duty, where the browser still remembers somebody.</summary>
    public Problem? DutyProblem { get; init; }

    /// <summary>The visit as the desk may see it; null where none is open.</summary>
    public DeskVisit? Visit { get; init; }

    /// <summary>The visit as the resident sees it; null on the desk's side.</summary>
    public ResidentView? View { get; init; }

    /// <summary>The sign-in the desk may ask by, where the resident has agreed and the page is one of the purposes.</summary>
    public Guid? DeskSession { get; init; }

    /// <summary>The state of a request; null where it has nothing to do with a kiosk.</summary>
    public static KioskState? Of(HttpContext? context) => context?.Features.Get<KioskState>();

    /// <summary>Whether an operator reads the page.</summary>
    public static bool IsAtDesk(HttpContext? context) => Of(context) is { Side: KioskSide.Desk, Duty: not null };
}

/// <summary>The two sides of a desk.</summary>
public enum KioskSide
{
    /// <summary>The operator's.</summary>
    Desk,

    /// <summary>The resident's.</summary>
    Resident,
}
