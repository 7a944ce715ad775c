namespace ResidentPortal.Core.Sessions;

/// <summary>What a resident may be helped with at a kiosk. Each purpose is agreed to by the resident, and opens the flows of that purpose and no others (S-74).</summary>
public enum VisitPurpose
{
    /// <summary>Locking and unlocking auth types.</summary>
    Locks,

    /// <summary>Making a VID and taking one out of use.</summary>
    Vids,

    /// <summary>Printing a masked card at the desk.</summary>
    PrintCard,

    /// <summary>Ordering a printed card.</summary>
    OrderCard,

    /// <summary>Changing data of the identity with papers.</summary>
    Update,

    /// <summary>Showing that a registered contact works.</summary>
    VerifyContact,

    /// <summary>Tracking a request by its RID. Wants nobody's number.</summary>
    Track,

    /// <summary>Finding a lost number. Wants nobody's number.</summary>
    LostNumber,
}

/// <summary>That a sign-in belongs to a visit at a kiosk: it lives as long as the visit, and opens what the resident agreed to.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="Purposes">What the resident agreed to.</param>
/// <param name="IsDesk">Whether it is the operator who asks, by the handle of the desk: no code counts from there, and nothing is sent.</param>
/// <param name="ConfirmedEventId">The one act that the resident has confirmed with a code of its own and that has not been sent yet; null where there is none.</param>
public sealed record VisitScope(Guid VisitId, IReadOnlySet<VisitPurpose> Purposes, bool IsDesk, string? ConfirmedEventId);
