using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Cards;

/// <summary>Shows what a resident may have on a card of their own choice, and how it would stand there.</summary>
public sealed class ShowPersonalCard(LiveSessions sessions, PersonalCardDesk desk)
{
    /// <summary>The offer. Problems: those of the sign-in, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<PersonalCardOffer>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        (await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem) ? await desk.LayOutAsync(session.Uin, cancellationToken) : problem;
}
