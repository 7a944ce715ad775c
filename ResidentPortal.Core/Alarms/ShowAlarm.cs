using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Alarms;

/// <summary>Shows what "This was not me" is about, and once it was pressed what has come of it. It changes nothing: programs that look for viruses follow links too.</summary>
public sealed class ShowAlarm(IDbContextFactory<PortalDbContext> databases, AlarmNotices alarms, NoticeText text, LockEverything locks)
{
    /// <summary>What it is about. Problems: those of <see cref="RaiseAlarm"/>.</summary>
    public async Task<Outcome<AlarmState>> ExecuteAsync(AlarmTicket ticket, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await alarms.FindAsync(ticket, cancellationToken)).Try(out var notice, out var problem))
        {
            return problem;
        }

        return new AlarmState(text.Tell(notice, language).Subject, notice.CreatedAt, locks.LocksCodes)
        {
            Receipt = notice.AlarmUsedAt is { } pressedAt ? await ReceiptAsync(notice, pressedAt, cancellationToken) : null,
        };
    }

    private async Task<AlarmReceipt> ReceiptAsync(NoticeRow notice, DateTimeOffset pressedAt, CancellationToken cancellationToken)
    {
        var (intentId, occasion) = (alarms.IntentOf(notice), AlarmNotices.OccasionOf(notice));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var act = await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(row => row.IntentId == intentId, cancellationToken);
        var report = await db.Notices.AsNoTracking().Where(row => row.Occasion == occasion).Select(row => row.EventId).SingleOrDefaultAsync(cancellationToken);
        return new AlarmReceipt(pressedAt)
        {
            Locks = act?.State,
            LockedAt = act?.SettledAt,
            Report = report is null ? null : EventId.Stored(report),
        };
    }
}

/// <summary>What "This was not me" is about.</summary>
/// <param name="Subject">What was told, in a few words.</param>
/// <param name="At">When it happened.</param>
/// <param name="LocksCodes">Whether codes are locked as well, so that nobody can sign in.</param>
public sealed record AlarmState(string Subject, DateTimeOffset At, bool LocksCodes)
{
    /// <summary>What has come of it, once it was pressed.</summary>
    public AlarmReceipt? Receipt { get; init; }
}

/// <summary>What has come of an alarm. Nothing in it is personal: it is shown to whoever has the link.</summary>
/// <param name="PressedAt">When it was pressed; every sign-in had ended by then.</param>
public sealed record AlarmReceipt(DateTimeOffset PressedAt)
{
    /// <summary>How far the locks have come; null where nothing may be locked, or the request is no longer kept.</summary>
    public ActState? Locks { get; init; }

    /// <summary>When their end was known.</summary>
    public DateTimeOffset? LockedAt { get; init; }

    /// <summary>The number of the report to the office.</summary>
    public EventId? Report { get; init; }
}
