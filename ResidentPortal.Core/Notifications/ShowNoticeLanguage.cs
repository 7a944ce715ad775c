using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Notifications;

/// <summary>Says in which language messages go to a resident: the one of the record, else the one of the sign-in.</summary>
public sealed class ShowNoticeLanguage(LiveSessions sessions, IIdentityRegistry identities)
{
    /// <summary>The language. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="ProfileProblems.UnknownPerson"/>.</summary>
    public async Task<Outcome<Language>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        (await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
        && (await identities.FindAsync(IndividualId.Of(session.Uin), cancellationToken)).Try(out var identity, out problem)
            ? Language.Find(identity.PreferredLanguage) ?? session.Language
            : problem;
}
