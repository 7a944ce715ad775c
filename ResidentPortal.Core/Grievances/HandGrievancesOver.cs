using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>Sends reported problems to the desk that answers them, by e-mail, again and again until the notifier takes them. Never with the number of a person.</summary>
public sealed class HandGrievancesOver(IDbContextFactory<PortalDbContext> databases, INotifier notifier, Vault vault, IOptions<GrievanceOptions> options, TimeProvider clock)
{
    private const int Batch = 50;

    // While one worker has a report it is not due for another; after a crash it is due again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // The last pause is kept to: a report is never given up.
    private static readonly TimeSpan[] RetryAfter =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    /// <summary>How many reports were handed over.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        if (options.Value.DeskEmail is not { } desk)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.Grievances.Where(row => row.NextTryAt <= now).OrderBy(row => row.NextTryAt).Take(Batch).Select(row => row.Id).ToListAsync(cancellationToken);
        var handed = 0;
        foreach (var id in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            handed += await HandOverAsync(desk, id) ? 1 : 0;
        }

        return handed;
    }

    private static string Heading(GrievanceSubject subject) => subject switch
    {
        GrievanceSubject.Request => "A problem with a request",
        GrievanceSubject.UnknownUse => "A use of the identity that its owner does not know",
        _ => "\"This was not me\"",
    };

    private async Task<bool> HandOverAsync(string desk, Guid id)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var isClaimed = await db.Grievances.Where(row => row.Id == id && row.NextTryAt <= now)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.NextTryAt, now + Lease).SetProperty(row => row.Tries, row => row.Tries + 1)) == 1;
        if (!isClaimed)
        {
            return false;
        }

        var row = await db.Grievances.AsNoTracking().SingleAsync(one => one.Id == id);
        var isHanded = (await notifier.SendEmailAsync(desk, $"{Heading(row.Subject)}: {row.Id:D}", Write(row), CancellationToken.None)).IsSuccess;
        DateTimeOffset? next = isHanded ? null : clock.GetUtcNow() + RetryAfter[Math.Min(row.Tries, RetryAfter.Length) - 1];
        await db.Grievances.Where(one => one.Id == id).ExecuteUpdateAsync(update => update.SetProperty(one => one.NextTryAt, next));
        return isHanded;
    }

    private string Write(GrievanceRow row)
    {
        (string Term, string? Text)[] rows =
        [
            ("Ticket", row.Id.ToString("D")),
            ("Subject", Heading(row.Subject)),
            ("Reported", row.CreatedAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)),
            ("Request", row.AboutEventId is null ? null : EventId.Stored(row.AboutEventId).Grouped),
            ("Reference of the report", EventId.Stored(row.EventId).Grouped),
            ("Language", row.Language),
            ("Use of the identity", vault.Open(GrievanceDesk.TextPurpose, row.SealedAbout)),
            ("Other contact", vault.Open(GrievanceDesk.TextPurpose, row.SealedContact)),
            ("Message", vault.Open(GrievanceDesk.TextPurpose, row.SealedMessage) ?? "(cannot be read: its key is gone)"),
        ];
        var written = rows.Where(one => one.Text is not null).Select(one => $"<p>{one.Term}: <span dir=\"auto\">{Encode(one.Text!)}</span></p>");
        return $"{string.Concat(written)}<p>Answer it with the command: grievances answer {row.Id:D}</p>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
