using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Core.Sessions;

/// <summary>A sign-in that is alive, as its row had it a moment ago. Flows look it up again by its id for every act: it may have ended meanwhile.</summary>
public sealed record ResidentSession
{
    /// <summary>The row's id; it says nothing about the person and is no key to anything by itself.</summary>
    public required Guid Id { get; init; }

    /// <summary>The hash by which the person's rows are found.</summary>
    public required string PersonKey { get; init; }

    /// <summary>Who is signed in.</summary>
    public required Uin Uin { get; init; }

    /// <summary>The number that was signed in with.</summary>
    public required IndividualId IndividualId { get; init; }

    /// <summary>The language of the sign-in.</summary>
    public required Language Language { get; init; }

    /// <summary>The channel the code came by, or codes go to first.</summary>
    public required OtpChannel Channel { get; init; }

    /// <summary>What the person allowed where somebody else proved them; null after a code of the portal's own, which allows everything.</summary>
    public IReadOnlySet<string>? Allowed { get; init; }

    /// <summary>The visit at a kiosk it belongs to; null for a sign-in of the resident's own.</summary>
    public VisitScope? Visit { get; init; }

    /// <summary>Whether the device is not the resident's own.</summary>
    public required bool IsSharedDevice { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset SignedInAt { get; init; }

    /// <summary>Until when the last code counts as fresh.</summary>
    public required DateTimeOffset FreshUntil { get; init; }

    /// <summary>When it ends if nothing happens.</summary>
    public required DateTimeOffset IdleUntil { get; init; }

    /// <summary>When it ends in any case.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}

/// <summary>A sign-in and the token that opens it; the token exists here and in the browser's cookie alone.</summary>
/// <param name="SessionId">The row's id.</param>
/// <param name="Token">256 random bits, in base64url.</param>
public sealed record SessionTicket(Guid SessionId, string Token)
{
    /// <inheritdoc/>
    public override string ToString() => $"ticket of {SessionId}";
}
