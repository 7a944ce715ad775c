using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Contacts;

/// <summary>Shows where messages to the resident go: the registered contacts, masked.</summary>
public sealed class ShowRegisteredContacts(LiveSessions sessions, IIdentityRegistry identities)
{
    /// <summary>The contacts. Problems: those of the sign-in, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<MaskedContacts>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        (await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
        && (await identities.FindAsync(IndividualId.Of(session.Uin), cancellationToken)).Try(out var identity, out problem)
            ? new MaskedContacts(Masked(identity, OtpChannel.Phone), Masked(identity, OtpChannel.Email))
            : problem;

    private static string? Masked(Identity identity, OtpChannel channel) => RegisteredContact.Of(identity, channel) is { } contact ? RegisteredContact.Mask(contact, channel) : null;
}
