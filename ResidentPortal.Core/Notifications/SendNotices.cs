using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>
/// Empties the outbox: reads the resident's contacts from the platform and hands each notice to its notifier, by text message and by e-mail. Each channel is
/// written down as soon as it was taken, so that a crash repeats at most the one that was on its way; none is lost.
/// </summary>
public sealed class SendNotices(
    IDbContextFactory<PortalDbContext> databases, IIdentityRegistry identities, INotifier notifier, NoticeText text, OfferedLanguages languages, Vault vault, AuditTrail trail, TimeProvider clock)
{
    private const int Batch = 50;

    // While one worker has a notice it is not due for another; after a crash it is due again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan[] RetryAfter =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(13)];

    /// <summary>How many notices were due.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.Notices.Where(row => row.NextTryAt <= now).OrderBy(row => row.NextTryAt).Take(Batch).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await SendAsync(id);
        }

        return due.Count;
    }

    private async Task SendAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var isClaimed = await db.Notices.Where(row => row.Id == id && row.NextTryAt <= now)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.NextTryAt, now + Lease).SetProperty(row => row.Tries, row => row.Tries + 1)) == 1;
        if (!isClaimed)
        {
            return;
        }

        var notice = await db.Notices.SingleAsync(row => row.Id == id);
        var found = await ReceiverAsync(notice);
        if (found.Try(out var receiver, out _))
        {
            var language = languages.Find(receiver.Language) ?? languages.Find(notice.Language) ?? languages.All[0];
            var message = await text.WriteAsync(notice, receiver.Names.GetValueOrDefault(language.Code) ?? receiver.Names.Values.FirstOrDefault(), language, CancellationToken.None);
            if (notice.Sms is DeliveryState.Open)
            {
                notice.Sms = receiver.Phone is null ? DeliveryState.NoContact : StateOf(await notifier.SendSmsAsync(receiver.Phone, message.Sms, CancellationToken.None));
                await db.SaveChangesAsync();
            }

            if (notice.Email is DeliveryState.Open)
            {
                notice.Email = receiver.Email is null ? DeliveryState.NoContact : StateOf(await notifier.SendEmailAsync(receiver.Email, message.Subject, message.Html, CancellationToken.None));
                await db.SaveChangesAsync();
            }
        }

        await CloseAsync(db, notice, found.Problem);
    }

    // Where the notice names one contact it goes there alone; else to what the platform has on record now.
    private async Task<Outcome<Receiver>> ReceiverAsync(NoticeRow notice)
    {
        if (notice.SealedTo is not null)
        {
            var contact = vault.Open(Notice.ContactPurpose, notice.SealedTo);
            return contact is null ? ProfileProblems.UnknownPerson
                : contact.Contains('@', StringComparison.Ordinal) ? new Receiver(new Dictionary<string, string>(StringComparer.Ordinal), Language: null, Phone: null, contact)
                : new Receiver(new Dictionary<string, string>(StringComparer.Ordinal), Language: null, contact, Email: null);
        }

        var found = await identities.FindAsync(vault.OpenIndividualId(notice.SealedUin), CancellationToken.None);
        return found.Then(identity => new Receiver(identity.Names, identity.PreferredLanguage, identity.Phone, identity.Email));
    }

    // Unknown is tried again: a second message is better than none.
    private static DeliveryState StateOf(Outcome<Done> outcome) => outcome.Problem switch
    {
        null => DeliveryState.Sent,
        { Kind: ProblemKind.Unavailable or ProblemKind.Unknown or ProblemKind.Limited } => DeliveryState.Open,
        _ => DeliveryState.GivenUp,
    };

    private async Task CloseAsync(PortalDbContext db, NoticeRow notice, Problem? problem)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isOver = problem is { Kind: ProblemKind.NotFound } || notice is { Sms: not DeliveryState.Open, Email: not DeliveryState.Open } || notice.Tries > RetryAfter.Length;
        notice.NextTryAt = isOver ? null : clock.GetUtcNow() + RetryAfter[notice.Tries - 1];
        if (isOver)
        {
            notice.Sms = notice.Sms is DeliveryState.Open ? DeliveryState.GivenUp : notice.Sms;
            notice.Email = notice.Email is DeliveryState.Open ? DeliveryState.GivenUp : notice.Email;
            var isSent = notice.Sms is DeliveryState.Sent || notice.Email is DeliveryState.Sent;
            await trail.AppendAsync(db, AuditEvent.NoticeSent, isSent ? AuditResult.Success : AuditResult.Failure, eventId: notice.EventId, note: $"{notice.Kind} {notice.Sms} {notice.Email}");
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private sealed record Receiver(IReadOnlyDictionary<string, string> Names, string? Language, string? Phone, string? Email);
}
