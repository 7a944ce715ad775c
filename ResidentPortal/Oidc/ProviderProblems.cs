using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Oidc;

/// <summary>What can go wrong with the provider's answer, beside what the core finds.</summary>
internal static class ProviderProblems
{
    /// <summary>The answer does not show that it is the provider's, for the portal, and about a person who was there a moment ago.</summary>
    public static readonly Problem NotBelieved = new("provider.notBelieved", ProblemKind.Refused);

    /// <summary>The person did not allow the portal what its pages need.</summary>
    public static readonly Problem NotAllowed = new("provider.notAllowed", ProblemKind.Forbidden);
}

/// <summary>How a sign-in at the provider ended without one here, as the sign-in page tells it.</summary>
public enum ProviderEnd
{
    /// <summary>The person cancelled it.</summary>
    Cancelled,

    /// <summary>The answer was not believed.</summary>
    Refused,

    /// <summary>The provider or the platform could not be reached.</summary>
    Unreachable,

    /// <summary>The person did not allow the portal what it needs.</summary>
    NotAllowed,

    /// <summary>The platform has no record of the number.</summary>
    Unknown,

    /// <summary>The number is not in use.</summary>
    NotInUse,
}
