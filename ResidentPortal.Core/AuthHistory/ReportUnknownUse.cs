using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>
/// "I do not know this": makes a ticket for the staff (MOSIP grievance) about a use of the identity, and locks what its owner wants locked. The ticket comes first and stays,
/// whatever becomes of the locks.
/// </summary>
public sealed class ReportUnknownUse(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, UseReader reader, GrievanceDesk desk, ServiceLedger ledger, ChangeAuthLocks locks,
    Notifications.Notices notices, IOptions<AuthLockOptions> lockable)
{
    /// <summary>
    /// The ticket, and what became of the locks. Problems: those of the sign-in, <see cref="AuthHistoryProblems.UnknownUse"/> (also another person's),
    /// <see cref="AuthHistoryProblems.NothingToLock"/>, <see cref="CommonProblems.ServiceUnavailable"/>; nothing was reported then.
    /// </summary>
    public async Task<Outcome<UnknownUseTicket>> ExecuteAsync(Guid sessionId, UnknownUseReport report, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await reader.FindAsync(session, report.UseKey, cancellationToken)).Try(out var found, out problem))
        {
            return problem;
        }

        var types = TypesOf(report.Locks, found.Use);
        if (types.Count == 0 && report.Locks is not UnknownUseLocks.None)
        {
            return AuthHistoryProblems.NothingToLock;
        }

        if (!(await TakeAsync(session, report, found)).Try(out var ticket, out problem))
        {
            return problem;
        }

        if (types.Count == 0)
        {
            return new UnknownUseTicket(ticket);
        }

        var order = new LockOrder { IntentId = LockIntent(report.IntentId), Changes = [.. types.Select(type => new AuthTypeChange(type, Lock: true))], AcceptsLastWay = report.AcceptsLastWay };
        var locked = await locks.ExecuteAsync(sessionId, order, cancellationToken);
        return new UnknownUseTicket(ticket) { LockEventId = locked.IsSuccess ? locked.Value : null, LockProblem = locked.Problem };
    }

    // All ways stands for all but codes, unless a code is what was used: who cannot get a code cannot sign in to unlock again.
    private List<AuthType> TypesOf(UnknownUseLocks wished, IdentityUse use) => wished switch
    {
        UnknownUseLocks.None => [],
        UnknownUseLocks.Way => [.. LockTimeline.TypesOf(use.Ways).Intersect(lockable.Value.Lockable)],
        _ => [.. lockable.Value.Lockable.Where(type => type is not (AuthType.PhoneCode or AuthType.EmailCode))],
    };

    // The locks of a form are an act of their own, found again by every further press too.
    private static Guid LockIntent(Guid intentId)
    {
        var bytes = intentId.ToByteArray();
        bytes[^1] ^= 1;
        return new Guid(bytes);
    }

    // The transaction lets one press in at a time: the second finds the ticket of the first.
    private async Task<Outcome<EventId>> TakeAsync(ResidentSession session, UnknownUseReport report, FoundUse found)
    {
        var owner = ledger.OwnerOf(session);
        var written = desk.Seal(new GrievanceReport(GrievanceSubject.UnknownUse, report.Note?.Trim() ?? string.Empty) { About = UnknownUse.Write(found) });
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(row => row.IntentId == report.IntentId) is { } before)
        {
            return string.Equals(before.PersonKey, session.PersonKey, StringComparison.Ordinal) && before.Kind is ActKind.ReportProblem ? EventId.Stored(before.EventId) : AuthHistoryProblems.UnknownUse;
        }

        var ticket = await desk.TakeAsync(db, owner, written, report.IntentId);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        notices.Raise();
        return EventId.Stored(ticket.EventId);
    }
}

/// <summary>What a resident says about a use they do not know.</summary>
/// <param name="IntentId">The id of the form it was sent with; a second press carries the same and makes no second ticket.</param>
/// <param name="UseKey">The use by its key (<see cref="ShownUse.Key"/>).</param>
/// <param name="Locks">What is to be locked.</param>
public sealed record UnknownUseReport(Guid IntentId, string? UseKey, UnknownUseLocks Locks)
{
    /// <summary>In the resident's words.</summary>
    public string? Note { get; init; }

    /// <summary>The resident knows that no way to receive codes will be left.</summary>
    public bool AcceptsLastWay { get; init; }

    /// <summary>Without what was written.</summary>
    public override string ToString() => nameof(UnknownUseReport);
}

/// <summary>What is to be locked after an unknown use.</summary>
public enum UnknownUseLocks
{
    /// <summary>The way that was used.</summary>
    Way,

    /// <summary>All ways but codes.</summary>
    All,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>A ticket about an unknown use.</summary>
/// <param name="EventId">Its event id.</param>
public sealed record UnknownUseTicket(EventId EventId)
{
    /// <summary>The act that locks, where it was sent.</summary>
    public EventId? LockEventId { get; init; }

    /// <summary>Why nothing was locked yet, as the flow of locks tells; often that a fresh code is needed.</summary>
    public Problem? LockProblem { get; init; }
}
