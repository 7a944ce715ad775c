using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Proves again who is signed in: the code counts as fresh for the next minutes, and the cookie's token is renewed.</summary>
public sealed class EnterFreshCode(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, CodeCheck check, LookupKeys keys, TimeProvider clock)
{
    /// <summary>The new ticket; the old token is dead. Problems: those of the sign-in and of <see cref="CodeCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<SessionTicket>> ExecuteAsync(Guid sessionId, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var found = await sessions.FindAsync(sessionId, isSeen: true, cancellationToken);
        if (!found.Try(out var session, out var problem))
        {
            return problem;
        }

        var entered = await check.EnterAsync(AskForFreshCode.HolderKey(keys, sessionId), CodePurpose.Confirm, typedCode, visitor, cancellationToken);
        if (!entered.Try(out var code, out problem))
        {
            return problem;
        }

        if (!string.Equals(code.PersonKey, session.PersonKey, StringComparison.Ordinal))
        {
            return OtpProblems.NoneActive;
        }

        var ticket = new SessionTicket(sessionId, LiveSessions.NewToken());
        var (now, tokenKey) = (clock.GetUtcNow(), sessions.TokenKey(ticket.Token));
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var renewed = await db.Sessions.Where(row => row.Id == sessionId && row.EndedAt == null).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.TokenKey, tokenKey).SetProperty(row => row.CodeEnteredAt, now).SetProperty(row => row.LastSeenAt, now), CancellationToken.None);
        return renewed == 1 ? ticket : CommonProblems.SignInNeeded;
    }
}
