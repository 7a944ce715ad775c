using System.Globalization;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>Brings the making of a card to its end: the file stands or falls with the act, and one that a crash left behind was not made.</summary>
public sealed class CardActs(ActCourse course, Vault vault, AuditTrail trail, IOptions<CardOptions> options)
{
    /// <summary>The purpose under which a file stands sealed.</summary>
    internal const string FilePurpose = "card-file";

    /// <summary>The purpose under which a password stands sealed.</summary>
    internal const string PasswordPurpose = "card-password";

    private ActEnding Ending => new(AuditEvent.CardMade, NoticeKind.CardMade, NoticeKind.CardNotMade, NoticeKind.CardNotMade)
    {
        Facts = row => MakeCardOrder.OfWish(row.Wish).IsForProgram
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["hours"] = options.Value.PasswordHours.ToString(CultureInfo.InvariantCulture) }
            : [],
    };

    /// <summary>Keeps a finished card to be fetched, or ends the act as not done.</summary>
    public async Task CloseAsync(string eventId, Outcome<PressedCard> made)
    {
        if (!made.Try(out var card, out var problem))
        {
            await course.EndAsync(eventId, problem.Kind is ProblemKind.Unavailable or ProblemKind.Unknown ? ActState.Failed : ActState.Refused, Ending, problem);
            return;
        }

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var (file, password) = (vault.Seal(FilePurpose, Convert.ToBase64String(card.File)), vault.Seal(PasswordPurpose, card.Password.Text));
        await course.EndAsync(eventId, ActState.Confirmed, Ending with { WhenDone = KeepAsync });

        async Task KeepAsync(PortalDbContext db, ServiceRequestRow row, DateTimeOffset now)
        {
            db.CardFiles.Add(new CardFileRow
            {
                EventId = row.EventId,
                PersonKey = row.PersonKey,
                SealedUin = row.SealedUin,
                Language = row.Language,
                SealedFile = file,
                SealedPassword = password,
                PasswordOrigin = card.Password.Origin,
                Photo = card.Photo,
                CreatedAt = now,
                ExpiresAt = now.AddMinutes(options.Value.FetchMinutes),
            });
            if (card.Photo is PhotoState.Unreadable)
            {
                await trail.AppendAsync(db, AuditEvent.PhotoUnreadable, AuditResult.Failure, row.PersonKey, row.EventId);
            }
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
