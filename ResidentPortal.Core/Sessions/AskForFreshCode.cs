using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>
/// Asks for a code that confirms a sensitive act of someone signed in. It goes by the UIN: the VID that was signed in with may have been stopped since, or have
/// run out.
/// </summary>
public sealed class AskForFreshCode(LiveSessions sessions, CodeDesk desk, LookupKeys keys)
{
    /// <summary>The code; the channel of the sign-in where none is given. Problems: those of the sign-in, <see cref="OtpProblems.TooSoon"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(Guid sessionId, OtpChannel? channel, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var found = await sessions.FindAsync(sessionId, isSeen: true, cancellationToken);
        return found.Try(out var session, out var problem)
            ? await desk.TakeAsync(
                new CodeOrder(CodePurpose.Confirm, HolderKey(keys, sessionId), IndividualId.Of(session.Uin), channel ?? session.Channel, session.Language, session.IsSharedDevice, visitor),
                cancellationToken)
            : problem;
    }

    internal static string HolderKey(LookupKeys keys, Guid sessionId) => keys.Hash("code-holder-session", sessionId.ToString("N"));
}
