using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>Counts the prints of a visit, and brings each to its end: it waits sealed for the desk, and one that a crash left behind was not made.</summary>
public sealed class PrintActs(IDbContextFactory<PortalDbContext> databases, ActCourse course, Vault vault, TimeProvider clock)
{
    /// <summary>How long the desk has to take it.</summary>
    internal static readonly TimeSpan Waits = TimeSpan.FromMinutes(5);

    private static readonly ActEnding Ending = new(AuditEvent.CardMade, NoticeKind.CardPrinted, NoticeKind.CardNotPrinted, NoticeKind.CardNotPrinted);

    /// <summary>What stands on the print beside the card: it is one more than the visit has had.</summary>
    internal async Task<CardPrint> NextAsync(ServiceRequestRow act)
    {
        var order = PrintCardOrder.OfWish(act.Wish);
        await using var db = await databases.CreateDbContextAsync();
        var wishes = await db.ServiceRequests.Where(row => row.PersonKey == act.PersonKey && row.Kind == ActKind.PrintCard && row.State == ActState.Confirmed).Select(row => row.Wish).ToListAsync();
        var before = wishes.Count(wish => PrintCardOrder.OfWish(wish).VisitId == order.VisitId);
        return new CardPrint(order.Centre, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(order.TimeZone)).DateTime, before + 1);
    }

    /// <summary>Keeps a finished print for the desk, or ends the act as not done.</summary>
    internal async Task CloseAsync(string eventId, Outcome<byte[]> made)
    {
        if (!made.Try(out var pdf, out var problem))
        {
            await course.EndAsync(eventId, problem.Kind is ProblemKind.Unavailable or ProblemKind.Unknown ? ActState.Failed : ActState.Refused, Ending, problem);
            return;
        }

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var file = vault.Seal(CardActs.FilePurpose, Convert.ToBase64String(pdf));
        await course.EndAsync(eventId, ActState.Confirmed, Ending with { WhenDone = KeepAsync });

        Task KeepAsync(PortalDbContext db, ServiceRequestRow row, DateTimeOffset now)
        {
            db.CardFiles.Add(new CardFileRow
            {
                EventId = row.EventId,
                PersonKey = row.PersonKey,
                SealedUin = row.SealedUin,
                Language = row.Language,
                SealedFile = file,
                SealedPassword = string.Empty,
                PasswordOrigin = default,
                Photo = PhotoState.NotChosen,
                CreatedAt = now,
                ExpiresAt = now + Waits,
            });
            return Task.CompletedTask;
        }
    }

    /// <summary>An act that is still open was left by a crash: what was not kept was not made.</summary>
    public async Task LookAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not null)
        {
            await course.EndAsync(eventId, ActState.Failed, Ending);
        }
    }
}
