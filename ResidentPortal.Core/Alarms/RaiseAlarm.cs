using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Alarms;

/// <summary>
/// "This was not me": ends every sign-in of the person, reports it to the office and writes down that everything is to be locked, in one transaction; then has it locked. It
/// wants neither a sign-in nor a code, as to lock must be quick. It works once for a message, however often it is pressed.
/// </summary>
public sealed class RaiseAlarm(
    IDbContextFactory<PortalDbContext> databases, AlarmNotices alarms, AlarmTokens tokens, LiveSessions sessions, GrievanceDesk desk, LockEverything locks, Notices notices, AuditTrail trail, TimeProvider clock)
{
    /// <summary>
    /// The token at which what has come of it is to be seen, also by somebody who was signed out by it. The report is what the office reads, in the reader's language.
    /// Problems: <see cref="AlarmProblems.TooOld"/>; for a sign-in those of the sign-in, and <see cref="CommonProblems.NotFound"/> for another person's message.
    /// </summary>
    public async Task<Outcome<RaisedAlarm>> ExecuteAsync(AlarmTicket ticket, string report, CancellationToken cancellationToken = default)
    {
        if (!(await alarms.FindAsync(ticket, cancellationToken)).Try(out var notice, out var problem))
        {
            return problem;
        }

        if (notice.AlarmUsedAt is null && await TakeAsync(notice, report) is { } eventId)
        {
            await locks.SendAsync(eventId);
        }

        return new RaisedAlarm(tokens.Of(notice.Id));
    }

    // The number of the act that locks; null where another press was faster, or nothing may be locked.
    private async Task<string?> TakeAsync(NoticeRow notice, string report)
    {
        var owner = new ActOwner(notice.PersonKey!, notice.SealedUin, notice.Language);

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var sealedReport = desk.Seal(new GrievanceReport(GrievanceSubject.NotMe, report) { AboutEventId = notice.EventId });
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (await db.Notices.Where(row => row.Id == notice.Id && row.AlarmUsedAt == null).ExecuteUpdateAsync(update => update.SetProperty(row => row.AlarmUsedAt, now), CancellationToken.None) == 0)
        {
            return null;
        }

        var ended = await sessions.EndAllAsync(db, owner.PersonKey, SessionEnd.EndedElsewhere);
        var ticket = await desk.TakeAsync(db, owner, sealedReport);
        var eventId = locks.WriteDown(db, owner, alarms.IntentOf(notice));
        notices.Add(db, new Notice(NoticeKind.AlarmRaised, owner.SealedUin, owner.Language, AlarmNotices.OccasionOf(notice), ticket.EventId));
        await trail.AppendAsync(db, AuditEvent.AlarmRaised, AuditResult.Success, owner.PersonKey, eventId?.Value, $"{notice.Kind}, {ended} sign-ins");
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        notices.Raise();
        return eventId?.Value;
    }
}

/// <summary>An alarm that was raised, by this press or an earlier one.</summary>
/// <param name="Token">The token of its link.</param>
public sealed record RaisedAlarm(string Token)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(RaisedAlarm);
}
