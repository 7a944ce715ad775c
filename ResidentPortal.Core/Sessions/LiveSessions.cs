using System.Buffers.Text;
using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Sign-ins by token or id, judged by the server's clock each time they are asked for.</summary>
public sealed class LiveSessions(IDbContextFactory<PortalDbContext> databases, LookupKeys keys, Vault vault, AuditTrail trail, Errands errands, IOptions<SessionOptions> options, TimeProvider clock)
{
    /// <summary>How long a resident's consent at a kiosk may last in any case (S-74).</summary>
    public const int VisitMinutes = 20;

    // So long an act that was confirmed at a kiosk may be sent: longer than that only a crash leaves it there.
    private static readonly TimeSpan SendWithin = TimeSpan.FromMinutes(2);

    // Being seen is written down at most this often, so that reading a page is not a write.
    private static readonly TimeSpan SeenStep = TimeSpan.FromSeconds(20);

    /// <summary>The sign-in of a cookie. Problems: <see cref="CommonProblems.SignInNeeded"/> or one of <see cref="SessionProblems"/>.</summary>
    public Task<Outcome<ResidentSession>> FindByTokenAsync(string token, bool isSeen, CancellationToken cancellationToken)
    {
        var tokenKey = TokenKey(token);
        return FindAsync(row => row.TokenKey == tokenKey, isSeen, askedBy: null, cancellationToken);
    }

    /// <summary>
    /// The sign-in of a circuit or of an act, of the resident's own. Problems as by token; of a visit at a kiosk <see cref="SessionProblems.OutsidePurpose"/>: what a flow
    /// is for it must name before a visit may use it.
    /// </summary>
    public async Task<Outcome<ResidentSession>> FindAsync(Guid id, bool isSeen, CancellationToken cancellationToken) =>
        (await FindAnyAsync(id, isSeen, cancellationToken)).Try(out var session, out var problem) ? await WithinAsync(session, purpose: null) : problem;

    /// <summary>The same, and of a visit whose purposes hold this one.</summary>
    public async Task<Outcome<ResidentSession>> FindAsync(Guid id, bool isSeen, VisitPurpose purpose, CancellationToken cancellationToken) =>
        (await FindAnyAsync(id, isSeen, cancellationToken)).Try(out var session, out var problem) ? await WithinAsync(session, purpose) : problem;

    /// <summary>The sign-in, of whatever visit. The caller asks <see cref="WithinAsync"/> as soon as it knows what is wished.</summary>
    internal Task<Outcome<ResidentSession>> FindAnyAsync(Guid id, bool isSeen, CancellationToken cancellationToken) =>
        errands.Find(id) is { } errand ? Task.FromResult<Outcome<ResidentSession>>(errand) : FindAsync(row => row.Id == id || row.DeskId == id, isSeen, id, cancellationToken);

    /// <summary>The sign-in, where it is the resident's own or of a visit for this purpose; otherwise <see cref="SessionProblems.OutsidePurpose"/>, which the visit's chain keeps.</summary>
    internal async Task<Outcome<ResidentSession>> WithinAsync(ResidentSession session, VisitPurpose? purpose)
    {
        if (session.Visit is not { } visit || (purpose is { } one && visit.Purposes.Contains(one)))
        {
            return session;
        }

        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await trail.AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, session.PersonKey, note: SessionProblems.OutsidePurpose.Key, chain: AuditTrail.Visit(visit.VisitId));
        await transaction.CommitAsync(CancellationToken.None);
        return SessionProblems.OutsidePurpose;
    }

    /// <summary>A new token for the cookie.</summary>
    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash under which a token stands in its row.</summary>
    internal string TokenKey(string token) => keys.Hash("session-token", token);

    /// <summary>Ends sign-ins, as far as they have not ended, and says how many that were. What was over by the clock before ended by that.</summary>
    internal async Task<int> EndAsync(PortalDbContext db, IQueryable<SessionRow> sessions, SessionEnd end)
    {
        var now = clock.GetUtcNow();
        var ending = await sessions.Where(row => row.EndedAt == null).ToListAsync();
        foreach (var row in ending)
        {
            (row.EndedAt, row.End) = EndOf(row) is { } before ? (EndsAt(row), before) : (now, end);
            await trail.AppendAsync(db, AuditEvent.SignedOut, AuditResult.Success, row.PersonKey, note: row.End.ToString());
        }

        return ending.Count;
    }

    /// <summary>
    /// Ends every sign-in of a person, and with it what would open the next: codes that wait to be entered. Every device is a new one afterwards, so that the next
    /// sign-in is told.
    /// </summary>
    internal async Task<int> EndAllAsync(PortalDbContext db, string personKey, SessionEnd end)
    {
        await db.Codes.Where(row => (row.PersonKey == personKey || row.IdentifierKey == personKey) && row.State != CodeState.Used)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.State, CodeState.Replaced));
        await db.KnownDevices.Where(row => row.OwnerKey == personKey).ExecuteDeleteAsync();
        return await EndAsync(db, db.Sessions.Where(row => row.PersonKey == personKey), end);
    }

    /// <summary>When a sign-in ended, or will have ended if nothing more happens.</summary>
    internal DateTimeOffset EndsAt(SessionRow row)
    {
        var (total, idle) = (EndsInAnyCaseAt(row), row.LastSeenAt + Idle(row));
        return row.EndedAt ?? (total < idle ? total : idle);
    }

    // A visit has 20 minutes: its own clock ends it, and this one where that does not run.
    private DateTimeOffset EndsInAnyCaseAt(SessionRow row) => row.SignedInAt.AddMinutes(row.VisitId is null ? options.Value.TotalMinutes : Math.Min(VisitMinutes, options.Value.TotalMinutes));

    /// <summary>Why a sign-in is over by now, or null.</summary>
    internal SessionEnd? EndOf(SessionRow row)
    {
        var now = clock.GetUtcNow();
        return row.End
            ?? (now >= EndsInAnyCaseAt(row) ? SessionEnd.TotalTime : now >= row.LastSeenAt + Idle(row) ? SessionEnd.Away : null);
    }

    private async Task<Outcome<ResidentSession>> FindAsync(Expression<Func<SessionRow, bool>> which, bool isSeen, Guid? askedBy, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(which, cancellationToken);
        if (row is null)
        {
            return CommonProblems.SignInNeeded;
        }

        if (EndOf(row) is { } reason)
        {
            if (row.End is null)
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                await EndAsync(db, db.Sessions.Where(one => one.Id == row.Id), reason);
                await transaction.CommitAsync(cancellationToken);
            }

            return ProblemOf(reason, row);
        }

        var (now, session) = (clock.GetUtcNow(), Describe(row, isDesk: row.DeskId is { } desk && desk == askedBy));
        if (isSeen && now - row.LastSeenAt >= SeenStep)
        {
            await db.Sessions.Where(one => one.Id == row.Id).ExecuteUpdateAsync(update => update.SetProperty(one => one.LastSeenAt, now), cancellationToken);
            session = session with { IdleUntil = now + Idle(row) };
        }

        return session;
    }

    private Problem ProblemOf(SessionEnd end, SessionRow row) => end switch
    {
        SessionEnd.Away => SessionProblems.Away.With("minutes", (int)Idle(row).TotalMinutes),
        SessionEnd.TotalTime => SessionProblems.TotalTime.With("minutes", options.Value.TotalMinutes),
        SessionEnd.Replaced => SessionProblems.Replaced,
        SessionEnd.VisitOver => SessionProblems.VisitOver,
        SessionEnd.EndedElsewhere or SessionEnd.EndedByStaff => SessionProblems.EndedElsewhere,
        _ => SessionProblems.SignedOut,
    };

    // Whether somebody is there the visit itself knows, at both its views.
    private TimeSpan Idle(SessionRow row) => TimeSpan.FromMinutes(row.VisitId is not null ? VisitMinutes : row.IsSharedDevice ? options.Value.SharedIdleMinutes : options.Value.IdleMinutes);

    private ResidentSession Describe(SessionRow row, bool isDesk) => new()
    {
        Id = row.Id,
        PersonKey = row.PersonKey,
        Uin = vault.OpenIndividualId(row.SealedUin).Uin!,
        IndividualId = vault.OpenIndividualId(row.SealedIndividualId),
        Language = Language.Find(row.Language) ?? Language.English,
        Channel = row.Channel,
        Allowed = row.Allowed?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
        Visit = row.VisitId is { } visit
            ? new VisitScope(visit, Enum.GetValues<VisitPurpose>().Where(purpose => (row.Purposes ?? string.Empty).Split(' ').Contains($"{purpose}", StringComparer.Ordinal)).ToHashSet(), isDesk, isDesk || clock.GetUtcNow() >= row.CodeEnteredAt + SendWithin ? null : row.ConfirmedEventId)
            : null,
        IsSharedDevice = row.IsSharedDevice,
        SignedInAt = row.SignedInAt,
        FreshUntil = row.VisitId is null ? row.CodeEnteredAt.AddMinutes(options.Value.FreshMinutes) : row.SignedInAt, // At a kiosk each act has a code of its own.
        IdleUntil = row.LastSeenAt + Idle(row),
        EndsAt = EndsInAnyCaseAt(row),
    };
}
