namespace ResidentPortal.Kiosk.Residents;

/// <summary>What a resident can do in their view of a visit.</summary>
public enum VisitDeed
{
    /// <summary>Nothing: a form that was not one of ours.</summary>
    None,

    /// <summary>Agree to what is asked.</summary>
    Agree,

    /// <summary>End the visit.</summary>
    Stop,

    /// <summary>Have more time.</summary>
    Slower,

    /// <summary>Have the usual time again.</summary>
    Usual,

    /// <summary>Read in another language.</summary>
    Language,

    /// <summary>Give their number.</summary>
    Number,

    /// <summary>Enter the code of the consent.</summary>
    ConsentCode,

    /// <summary>Say that an act is right.</summary>
    Right,

    /// <summary>Say that an act is wrong.</summary>
    Wrong,

    /// <summary>Have a code for the act sent.</summary>
    Send,

    /// <summary>Enter the code of the act.</summary>
    ActCode,

    /// <summary>Have the paper.</summary>
    Paper,
}
