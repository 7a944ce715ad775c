using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Recovery;

/// <summary>The identity a registration led to (MOSIP ID repository <c>/identity/idvid/{rid}</c>).</summary>
public interface ILostPersons
{
    /// <summary>
    /// Who was registered. Problems: <see cref="ProfileProblems.UnknownPerson"/> where there is no identity behind the registration yet, or never will be,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<LostPerson>> FindAsync(Rid rid, CancellationToken cancellationToken);
}

/// <summary>An identity, as much of it as tells whether it is the one that is looked for.</summary>
public sealed record LostPerson
{
    /// <summary>The UIN.</summary>
    public required Uin Uin { get; init; }

    /// <summary>The platform's status of the UIN.</summary>
    public required IdentityStatus Status { get; init; }

    /// <summary>The registered phone, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The registered e-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The postal code, or null.</summary>
    public string? PostalCode { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(LostPerson);
}
