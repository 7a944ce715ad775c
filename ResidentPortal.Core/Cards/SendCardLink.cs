using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Sends the link to a card that waits to the registered contacts, for a device of the resident's own. The link works for a quarter of an hour and wants a code; a new one
/// makes the one before it dead.
/// </summary>
public sealed class SendCardLink(IDbContextFactory<PortalDbContext> databases, CardShelf shelf, Vault vault, Notices notices, IOptions<CardOptions> options, TimeProvider clock)
{
    private const int MostLinks = 3;

    /// <summary>Sends it. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's), <see cref="CardProblems.Gone"/>, <see cref="CardProblems.TooManyLinks"/>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await shelf.FindAsync(CardTicket.Of(sessionId, eventId), cancellationToken)).Try(out var row, out var problem))
        {
            return problem;
        }

        if (!shelf.IsThere(row))
        {
            return CardProblems.Gone;
        }

        if (row.LinksSent >= MostLinks)
        {
            return CardProblems.TooManyLinks;
        }

        var token = CardShelf.NewToken();
        var (now, linkKey, link) = (clock.GetUtcNow(), shelf.LinkKey(token), vault.Seal(NoticeText.LinkPurpose, options.Value.LinkPath + token));
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var isFirst = await db.CardFiles.Where(one => one.EventId == row.EventId && one.SealedFile != null && one.LinksSent == row.LinksSent).ExecuteUpdateAsync(
            update => update.SetProperty(one => one.LinkKey, linkKey).SetProperty(one => one.LinkSentAt, now).SetProperty(one => one.LinksSent, one => one.LinksSent + 1)
                .SetProperty(one => one.ProofKey, (string?)null).SetProperty(one => one.ExpiresAt, now.AddMinutes(options.Value.FetchMinutes)),
            CancellationToken.None) == 1;
        if (isFirst)
        {
            notices.Add(db, new Notice(NoticeKind.CardLink, row.SealedUin, row.Language, $"card {row.EventId} link {row.LinksSent + 1}", row.EventId)
            {
                Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = link },
            });
            await db.SaveChangesAsync(CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
        notices.Raise();
        return default(Done);
    }
}
