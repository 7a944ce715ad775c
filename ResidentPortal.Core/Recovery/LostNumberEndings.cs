using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>Ends a search, once: with a letter and the link to it, or with word that nothing was found. Both are one message to the contact that was proved.</summary>
public sealed class LostNumberEndings(
    IDbContextFactory<PortalDbContext> databases,
    LostNumberLetters letters,
    LostNumberShelf shelf,
    ServiceLedger ledger,
    LookupKeys keys,
    Vault vault,
    Notices notices,
    AuditTrail trail,
    IOptions<RecoveryOptions> options,
    TimeProvider clock)
{
    private static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(1);

    /// <summary>The letter is sealed into the row and its link sent: of an identity to its registered contacts, which see so that somebody asked; else to the proved one.</summary>
    internal async Task FoundAsync(LostNumberRow row, SoughtPerson sought, FoundNumber found, string password)
    {
        // Drawn and sealed before the transaction: to seal may make a new key, which is written by a connection of its own.
        var token = CardShelf.NewToken();
        var ends = clock.GetUtcNow().AddHours(options.Value.LinkHours);
        var (linkKey, sealedFile) = (shelf.LinkKey(token), shelf.Seal(letters.Write(row, found, password)));
        var owner = found.Owner is { } uin ? new ActOwner(keys.Person(uin), vault.Seal(IndividualId.Of(uin)), row.Language) : null;
        var notice = new Notice(NoticeKind.LostNumberLink, owner?.SealedUin, row.Language, Occasion(row))
        {
            SealedTo = owner is null ? vault.Seal(Notice.ContactPurpose, sought.Contact) : null,
            Facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["link"] = vault.Seal(NoticeText.LinkPurpose, options.Value.LinkPath + token),
                ["until"] = ends.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            },
        };
        await EndAsync(row, LostNumberState.Sent, ends, notice, owner, problem: null, linkKey, sealedFile);
    }

    /// <summary>Nothing was found, or not one person alone: the proved contact is told so.</summary>
    internal Task NotFoundAsync(LostNumberRow row, SoughtPerson sought, LostNumberState state, Problem problem) => EndAsync(
        row,
        state,
        clock.GetUtcNow() + KeptAfterwards,
        new Notice(NoticeKind.LostNumberNotFound, SealedUin: null, row.Language, Occasion(row)) { SealedTo = vault.Seal(Notice.ContactPurpose, sought.Contact) },
        owner: null,
        problem);

    private static string Occasion(LostNumberRow row) => $"lost number {row.Id:N}";

    private async Task EndAsync(
        LostNumberRow row, LostNumberState state, DateTimeOffset ends, Notice notice, ActOwner? owner, Problem? problem, string? linkKey = null, string? sealedFile = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isFirst = await db.LostNumbers.Where(one => one.Id == row.Id && one.State == LostNumberState.Searching).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.State, state)
            .SetProperty(one => one.SealedSearch, (string?)null)
            .SetProperty(one => one.NextTryAt, (DateTimeOffset?)null)
            .SetProperty(one => one.LinkKey, linkKey)
            .SetProperty(one => one.SealedFile, sealedFile)
            .SetProperty(one => one.ExpiresAt, ends)) == 1;
        if (!isFirst)
        {
            return;
        }

        var eventId = owner is null ? null : ledger.Note(db, owner, ActKind.FindLostNumber, new FindLostNumberOrder(row.Kind).ToWish()).Value;
        notices.Add(db, notice with { EventId = eventId });
        await trail.AppendAsync(db, AuditEvent.LostNumberSought, problem is null ? AuditResult.Success : AuditResult.Failure, owner?.PersonKey, eventId, problem?.Key ?? row.Kind.ToString());
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        notices.Raise();
    }
}
