using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Signs a resident in with the code that this browser asked for. A sign-in on a new device, or after wrong codes, is told to the resident.</summary>
public sealed class SignIn(
    IDbContextFactory<PortalDbContext> databases,
    CodeCheck check,
    LiveSessions sessions,
    LookupKeys keys,
    AuditTrail trail,
    Notices notices,
    IOptions<SessionOptions> options,
    TimeProvider clock)
{
    private const int WorryingWrongCodes = 3;

    /// <summary>The ticket for the cookie. Problems: those of <see cref="CodeCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<SessionTicket>> ExecuteAsync(string browserToken, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var entered = await check.EnterAsync(AskForSignInCode.HolderKey(keys, browserToken), CodePurpose.SignIn, typedCode, visitor, cancellationToken);
        if (!entered.Try(out var code, out var problem))
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var ticket = new SessionTicket(Guid.NewGuid(), LiveSessions.NewToken());
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var personKey = code.PersonKey!;
        var surplus = db.Sessions.Where(row => row.PersonKey == personKey && row.EndedAt == null).OrderByDescending(row => row.LastSeenAt).Skip(options.Value.MostPerPerson - 1);
        await sessions.EndAsync(db, surplus, SessionEnd.Replaced);
        db.Sessions.Add(new SessionRow
        {
            Id = ticket.SessionId,
            TokenKey = sessions.TokenKey(ticket.Token),
            PersonKey = personKey,
            SealedUin = code.SealedUin!,
            SealedIndividualId = code.SealedIndividualId,
            Language = code.Language,
            Channel = code.Channel,
            IsSharedDevice = code.IsSharedDevice,
            SignedInAt = now,
            LastSeenAt = now,
            CodeEnteredAt = now,
            Browser = visitor.Browser,
            System = visitor.System,
        });
        var (isNew, isAfterWrongCodes) = await JudgeAsync(db, code, visitor, now);
        if (isNew || isAfterWrongCodes)
        {
            notices.Add(db, new Notice(NoticeKind.NewSignIn, code.SealedUin!, code.Language, $"sign-in {ticket.SessionId:N}") { Facts = FactsOf(visitor, isAfterWrongCodes) });
        }

        await trail.AppendAsync(db, AuditEvent.SignedIn, AuditResult.Success, personKey);
        await transaction.CommitAsync(CancellationToken.None);
        notices.Raise();
        return ticket;
    }

    private static Dictionary<string, string> FactsOf(Visitor visitor, bool isAfterWrongCodes)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (visitor is { Browser: { } browser, System: { } system })
        {
            (facts["browser"], facts["system"]) = (browser, system);
        }

        if (isAfterWrongCodes)
        {
            facts["wrong"] = "true";
        }

        return facts;
    }

    // Why the resident should hear of it. A device of their own is remembered for the next time.
    private async Task<(bool IsNewDevice, bool IsAfterWrongCodes)> JudgeAsync(PortalDbContext db, CodeRow code, Visitor visitor, DateTimeOffset now)
    {
        var deviceKey = keys.Hash("device", visitor.DeviceToken);
        var known = await db.KnownDevices.SingleOrDefaultAsync(row => row.DeviceKey == deviceKey && row.OwnerKey == code.PersonKey);
        var since = now.AddDays(-1);
        var wrong = await db.Attempts.CountAsync(row => row.Action == AttemptAction.CodeWrong && row.Subject == code.PersonKey && row.At > since);
        if (!code.IsSharedDevice)
        {
            foreach (var owner in new HashSet<string>([code.PersonKey!, code.IdentifierKey], StringComparer.Ordinal))
            {
                var row = await db.KnownDevices.FindAsync(deviceKey, owner);
                if (row is null)
                {
                    db.KnownDevices.Add(new KnownDeviceRow { DeviceKey = deviceKey, OwnerKey = owner, SeenAt = now });
                }
                else
                {
                    row.SeenAt = now;
                }
            }
        }

        return (known is null, wrong >= WorryingWrongCodes);
    }
}
