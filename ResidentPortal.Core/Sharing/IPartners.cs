using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sharing;

/// <summary>The organisations that data may be shared with (MOSIP partner management).</summary>
public interface IPartners
{
    /// <summary>All of them by name, kept for a day. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<IReadOnlyList<Partner>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Those of a type, or of every type, as the platform lists them now: also such as are not taken on. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<IReadOnlyList<ListedPartner>>> ListAllAsync(string? type, CancellationToken cancellationToken);

    /// <summary>
    /// What one of them may get by its policy. Problems: <see cref="SharingProblems.UnknownPartner"/> (also where it has no policy for shared data),
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<SharePolicy>> FindPolicyAsync(string partnerId, CancellationToken cancellationToken);
}

/// <summary>An organisation.</summary>
/// <param name="Id">Its id at the platform.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Phone">Its phone, where the platform has one.</param>
/// <param name="Email">Its e-mail address, where the platform has one.</param>
public sealed record Partner(string Id, string Name, string? Phone, string? Email);

/// <summary>An organisation as the platform lists it.</summary>
public sealed record ListedPartner
{
    /// <summary>Its id at the platform.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is taken on, in the platform's word.</summary>
    public string? Status { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Its type.</summary>
    public string? Type { get; init; }

    /// <summary>Its phone.</summary>
    public string? Phone { get; init; }

    /// <summary>Its e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Where it is.</summary>
    public string? Address { get; init; }

    /// <summary>The address of its logo.</summary>
    public string? Logo { get; init; }
}

/// <summary>What an organisation may get.</summary>
/// <param name="Attributes">The attributes; null where the portal may not read the policy, and the platform alone judges.</param>
public sealed record SharePolicy(IReadOnlySet<string>? Attributes);
