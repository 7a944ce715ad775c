using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Opens the sign-in of a person who has been proved, in whatever way: makes room, tells of a device that is new or of wrong codes before, and writes it down.</summary>
public sealed class SessionOpening(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, LookupKeys keys, AuditTrail trail, Notices notices, IOptions<SessionOptions> options, TimeProvider clock)
{
    private const int WorryingWrongCodes = 3;

    internal async Task<SessionTicket> OpenAsync(ProvedPerson person, Visitor visitor)
    {
        var now = clock.GetUtcNow();
        var ticket = new SessionTicket(Guid.NewGuid(), LiveSessions.NewToken());
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var surplus = db.Sessions.Where(row => row.PersonKey == person.PersonKey && row.VisitId == null && row.EndedAt == null).OrderByDescending(row => row.LastSeenAt).Skip(options.Value.MostPerPerson - 1);
        await sessions.EndAsync(db, surplus, SessionEnd.Replaced);
        db.Sessions.Add(new SessionRow
        {
            Id = ticket.SessionId,
            TokenKey = sessions.TokenKey(ticket.Token),
            PersonKey = person.PersonKey,
            SealedUin = person.SealedUin,
            SealedIndividualId = person.SealedIndividualId,
            Language = person.Language,
            Channel = person.Channel,
            Allowed = person.Allowed,
            IsSharedDevice = person.IsSharedDevice,
            SignedInAt = now,
            LastSeenAt = now,
            CodeEnteredAt = person.ProvedAt ?? now,
            Browser = visitor.Browser,
            System = visitor.System,
        });
        var (isNew, isAfterWrongCodes) = await JudgeAsync(db, person, visitor, now);
        if (isNew || isAfterWrongCodes)
        {
            notices.Add(db, new Notice(NoticeKind.NewSignIn, person.SealedUin, person.Language, $"sign-in {ticket.SessionId:N}") { Facts = FactsOf(visitor, isAfterWrongCodes) });
        }

        await trail.AppendAsync(db, AuditEvent.SignedIn, AuditResult.Success, person.PersonKey);
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
    private async Task<(bool IsNewDevice, bool IsAfterWrongCodes)> JudgeAsync(PortalDbContext db, ProvedPerson person, Visitor visitor, DateTimeOffset now)
    {
        var deviceKey = keys.Hash("device", visitor.DeviceToken);
        var known = await db.KnownDevices.SingleOrDefaultAsync(row => row.DeviceKey == deviceKey && row.OwnerKey == person.PersonKey);
        var since = now.AddDays(-1);
        var wrong = await db.Attempts.CountAsync(row => row.Action == AttemptAction.CodeWrong && row.Subject == person.PersonKey && row.At > since);
        if (!person.IsSharedDevice)
        {
            foreach (var owner in new HashSet<string>([person.PersonKey, person.IdentifierKey], StringComparer.Ordinal))
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

/// <summary>A person of whom it is proved that they are the one, as their sign-in's row wants it.</summary>
internal sealed record ProvedPerson(string PersonKey, string SealedUin, string SealedIndividualId, string IdentifierKey)
{
    public required string Language { get; init; }

    /// <summary>Where codes for sensitive acts go unless another way is chosen.</summary>
    public required OtpChannel Channel { get; init; }

    public required bool IsSharedDevice { get; init; }

    /// <summary>When it was proved, where that is not now.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>What the person allowed where they were proved; null where that was here.</summary>
    public string? Allowed { get; init; }
}
