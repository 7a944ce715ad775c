using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Cards;

/// <summary>Shows a resident's program their own enrolled photo, as the JPEG that a card would have. Nothing of it is kept.</summary>
public sealed class ShowOwnPhoto(LiveSessions sessions, ICardHolders holders, PhotoConversion photos)
{
    /// <summary>The photo. Problems: those of the sign-in, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CardPhoto>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        (await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
        && (await holders.FindAsync(session.Uin, hasBiometrics: true, cancellationToken)).Try(out var holder, out problem)
            ? await photos.ConvertAsync(holder.Biometrics, cancellationToken)
            : problem;
}
