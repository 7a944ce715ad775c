using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Profile;

/// <summary>The platform's record of identities (MOSIP ID repository <c>/identity/idvid</c>).</summary>
public interface IIdentityRegistry
{
    /// <summary>
    /// The identity behind a UIN or a VID. Problems: <see cref="ProfileProblems.UnknownPerson"/> (also for a VID that is no longer in use),
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<Identity>> FindAsync(IndividualId individualId, CancellationToken cancellationToken);

    /// <summary>
    /// The identity that a registration led to. Problems: <see cref="ProfileProblems.UnknownPerson"/> (also while the registration is under way),
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<Identity>> FindByRidAsync(Rid rid, CancellationToken cancellationToken);
}

/// <summary>What the portal needs of an identity: who, whether active, and how to reach and greet the person. Nothing else is kept from the platform's answer.</summary>
public sealed record Identity
{
    /// <summary>The UIN behind whatever number was given.</summary>
    public required Uin Uin { get; init; }

    /// <summary>The platform's status of the UIN.</summary>
    public required IdentityStatus Status { get; init; }

    /// <summary>The full name by MOSIP language code (<c>eng</c>, <c>ara</c>), as far as the record has it.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>The registered phone number, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The registered e-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The language the person wants messages in, as the record has it (a code or a name), or null.</summary>
    public string? PreferredLanguage { get; init; }
}

/// <summary>The platform's status of a UIN.</summary>
public enum IdentityStatus
{
    /// <summary>In use.</summary>
    Activated,

    /// <summary>Blocked by the authority.</summary>
    Blocked,

    /// <summary>Taken out of use.</summary>
    Deactivated,
}
