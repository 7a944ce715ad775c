using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>Lists the messages a resident was sent, newest first, in the language of the reader and without what was secret in them.</summary>
public sealed class ListNotices(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, NoticeText text)
{
    private const int PageSize = 20;

    /// <summary>A page of the messages; beyond the last page the last is meant. Problems: those of the sign-in.</summary>
    public async Task<Outcome<NoticeList>> ExecuteAsync(Guid sessionId, Language language, int page, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = db.Notices.AsNoTracking().Where(row => row.PersonKey == session.PersonKey);
        var total = await own.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var number = Math.Clamp(page, 1, pages);
        var rows = await own.OrderByDescending(row => row.CreatedAt).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new NoticeList(rows.ConvertAll(row => Describe(row, language)), total, await own.CountAsync(row => row.ReadAt == null, cancellationToken), number, pages);
    }

    private ListedNotice Describe(NoticeRow row, Language language)
    {
        var message = text.Tell(row, language);
        return new ListedNotice
        {
            Id = row.Id,
            Kind = row.Kind,
            Subject = message.Subject,
            Text = message.Sms,
            EventId = row.EventId is null ? null : EventId.Stored(row.EventId),
            CreatedAt = row.CreatedAt,
            Way = (row.Sms, row.Email) switch
            {
                (DeliveryState.Sent, DeliveryState.Sent) => NoticeWay.Both,
                (DeliveryState.Sent, _) => NoticeWay.Sms,
                (_, DeliveryState.Sent) => NoticeWay.Email,
                _ when row.NextTryAt is not null => NoticeWay.Waiting,
                _ => NoticeWay.None,
            },
            IsRead = row.ReadAt is not null,
            HasAlarm = row is { AlarmKey: not null, AlarmUsedAt: null },
        };
    }
}

/// <summary>A page of a resident's messages.</summary>
/// <param name="Notices">The messages on it.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Unread">How many of all are not read yet.</param>
/// <param name="Page">Its number, from one.</param>
/// <param name="Pages">How many pages there are.</param>
public sealed record NoticeList(IReadOnlyList<ListedNotice> Notices, int Total, int Unread, int Page, int Pages);

/// <summary>One message in the list.</summary>
public sealed record ListedNotice
{
    /// <summary>Its id; it says nothing about anybody.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it tells of.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>What it tells of, in a few words.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The service request it belongs to, where there is one.</summary>
    public EventId? EventId { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How it went out.</summary>
    public required NoticeWay Way { get; init; }

    /// <summary>Whether it was read here.</summary>
    public required bool IsRead { get; init; }

    /// <summary>Whether "This was not me" can be pressed at it.</summary>
    public required bool HasAlarm { get; init; }
}

/// <summary>How a message went out.</summary>
public enum NoticeWay
{
    /// <summary>It waits to be sent.</summary>
    Waiting,

    /// <summary>By text message.</summary>
    Sms,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By both.</summary>
    Both,

    /// <summary>It could not be delivered.</summary>
    None,
}
