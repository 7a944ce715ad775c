using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Sharing;

/// <summary>Shows what a resident may share with an organisation, and what it would see of it.</summary>
public sealed class ShowShareOffer(LiveSessions sessions, ShareDesk desk)
{
    /// <summary>
    /// The offer. Problems: those of the sign-in, <see cref="SharingProblems.UnknownPartner"/>, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<ShareOffer>> ExecuteAsync(Guid sessionId, string? partnerId, CancellationToken cancellationToken = default) =>
        (await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem) ? await desk.LayOutAsync(session, partnerId, cancellationToken) : problem;
}
