using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>Writes down that a contact was shown to work: in its row, in the owner's requests, in a notice and in the trail, at once.</summary>
public sealed class ShownContacts(IDbContextFactory<PortalDbContext> databases, ServiceLedger ledger, LookupKeys keys, Vault vault, Notices notices, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The contact and the event id. Problem: <see cref="OtpProblems.NoneActive"/> where the record has no such contact any more.</summary>
    internal async Task<Outcome<NotedContact>> NoteAsync(ProvedPerson person, Identity identity, OtpChannel channel, string language)
    {
        // The platform sent the code there a moment ago: where the contact is gone since, nothing was shown.
        if (RegisteredContact.Of(identity, channel) is not { } contact)
        {
            return OtpProblems.NoneActive;
        }

        var (now, contactKey) = (clock.GetUtcNow(), ContactDesk.ContactKey(keys, contact, channel));
        var sealedUin = vault.Seal(IndividualId.Of(person.Uin)); // Before the transaction: to seal may make a new key.
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (await db.VerifiedContacts.SingleOrDefaultAsync(row => row.PersonKey == person.Key && row.Channel == channel, CancellationToken.None) is { } known)
        {
            (known.ContactKey, known.VerifiedAt) = (contactKey, now);
        }
        else
        {
            db.VerifiedContacts.Add(new VerifiedContactRow { PersonKey = person.Key, Channel = channel, ContactKey = contactKey, VerifiedAt = now });
        }

        var eventId = ledger.Note(db, new ActOwner(person.Key, sealedUin, language), ActKind.VerifyContact, new VerifyContactOrder(channel).ToWish());
        notices.Add(db, new Notice(NoticeKind.ContactVerified, sealedUin, language, $"act {eventId.Value} end", eventId.Value));
        await trail.AppendAsync(db, AuditEvent.ContactVerified, AuditResult.Success, person.Key, eventId.Value, channel.ToString());
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        notices.Raise();
        return new NotedContact(new VerifiedContact(channel, RegisteredContact.Mask(contact, channel), now), eventId);
    }
}

/// <summary>A contact that was written down as shown to work.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="EventId">Its number among the owner's requests.</param>
public sealed record NotedContact(VerifiedContact Contact, EventId EventId);
