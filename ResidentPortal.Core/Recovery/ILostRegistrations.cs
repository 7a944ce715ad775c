using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Recovery;

/// <summary>The platform's search for lost RIDs (MOSIP registration processor <c>/lostridsearch</c>, 1.2 and later). Its roles do not include the resident client by default.</summary>
public interface ILostRegistrations
{
    /// <summary>
    /// The registrations that were announced with this name and contact, newest first; none is an empty list. Problems: <see cref="RecoveryProblems.TooManyFound"/>,
    /// <see cref="RecoveryProblems.NotAllowed"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<IReadOnlyList<Rid>>> SearchAsync(LostSearch search, CancellationToken cancellationToken);

    /// <summary>Whether the platform lets the portal search. Kept for a while; false while it cannot be found out.</summary>
    ValueTask<bool> MaySearchAsync(CancellationToken cancellationToken);
}

/// <summary>By what a registration is searched.</summary>
/// <param name="Name">The full name as announced.</param>
/// <param name="Phone">The phone, or null.</param>
/// <param name="Email">The e-mail address, or null.</param>
public sealed record LostSearch(string Name, string? Phone, string? Email)
{
    /// <summary>Without name and contact.</summary>
    public override string ToString() => nameof(LostSearch);
}
