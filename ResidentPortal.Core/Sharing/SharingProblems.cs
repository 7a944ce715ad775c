using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sharing;

/// <summary>What can go wrong with sharing data.</summary>
public static class SharingProblems
{
    /// <summary>The platform has no such organisation, or none that data may be shared with.</summary>
    public static readonly Problem UnknownPartner = new("sharing.unknownPartner", ProblemKind.NotFound);

    /// <summary>The purpose is missing.</summary>
    public static readonly Problem NoPurpose = new("sharing.noPurpose", ProblemKind.Invalid);

    /// <summary>The purpose is too long, or holds something that is no text. Fact <c>max</c>: how many letters are taken.</summary>
    public static readonly Problem BadPurpose = new("sharing.badPurpose", ProblemKind.Invalid);

    /// <summary>The consent is missing.</summary>
    public static readonly Problem NoConsent = new("sharing.noConsent", ProblemKind.Invalid);

    /// <summary>The platform does not know the request.</summary>
    public static readonly Problem UnknownRequest = new("sharing.unknownRequest", ProblemKind.NotFound);

    /// <summary>No card has been made of the request, or it is there no more.</summary>
    public static readonly Problem NoCard = new("sharing.noCard", ProblemKind.NotFound);

    /// <summary>The request cannot be taken back any more.</summary>
    public static readonly Problem TooLate = new("sharing.tooLate", ProblemKind.Conflict);
}
