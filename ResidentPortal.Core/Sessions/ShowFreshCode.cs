using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Shows what may be known of the confirming code this sign-in asked for.</summary>
public sealed class ShowFreshCode(LiveSessions sessions, CodeDesk desk, LookupKeys keys)
{
    /// <summary>The newest code. Problems: those of the sign-in, <see cref="OtpProblems.NoneActive"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        var found = await sessions.FindAsync(sessionId, isSeen: true, cancellationToken);
        return found.Problem is { } problem ? problem
            : await desk.FindAsync(AskForFreshCode.HolderKey(keys, sessionId), CodePurpose.Confirm, cancellationToken) is { } code ? code
            : OtpProblems.NoneActive;
    }
}
