using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Alarms;

/// <summary>Finds the message at which "This was not me" is pressed. What was pressed once is found as long again, for its receipt.</summary>
public sealed class AlarmNotices(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, AlarmTokens tokens, LookupKeys keys, IOptions<AlarmOptions> options, TimeProvider clock)
{
    /// <summary>The message. Problems: <see cref="AlarmProblems.TooOld"/>; for a sign-in those of the sign-in, and <see cref="CommonProblems.NotFound"/> for another person's.</summary>
    internal async Task<Outcome<NoticeRow>> FindAsync(AlarmTicket ticket, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        NoticeRow? notice;
        if (ticket.Token is { } token)
        {
            // No limit on tries: nobody guesses 256 bits.
            var alarmKey = token.Length is > 20 and < 100 ? tokens.KeyOf(token) : string.Empty;
            notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(row => row.AlarmKey == alarmKey, cancellationToken);
        }
        else
        {
            if (!(await sessions.FindAsync(ticket.SessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
            {
                return problem;
            }

            notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(row => row.Id == ticket.NoticeId && row.PersonKey == session.PersonKey, cancellationToken);
            if (notice is null)
            {
                return CommonProblems.NotFound;
            }
        }

        return notice is { AlarmKey: not null } && clock.GetUtcNow() < (notice.AlarmUsedAt ?? notice.CreatedAt).AddDays(options.Value.Days) ? notice : AlarmProblems.TooOld;
    }

    /// <summary>The intent of the locks of an alarm. From a key, and not the id of the message itself: whoever is signed in knows that, and could send it with a form of their own before.</summary>
    internal Guid IntentOf(NoticeRow notice) => new(HMACSHA256.HashData(keys.Derive("alarm-intent"), notice.Id.ToByteArray()).AsSpan(0, 16));

    /// <summary>The occasion of the notice that tells of the alarm; its event id is the report's.</summary>
    internal static string OccasionOf(NoticeRow notice) => $"alarm {notice.Id:N}";
}
