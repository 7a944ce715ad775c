using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>
/// Writes down that a registered contact works, seen by a code that reached it (MOSIP <c>/validate-otp</c>). It stands in the owner's requests and is told to them; nobody is
/// signed in by it.
/// </summary>
public sealed class VerifyContact(
    IDbContextFactory<PortalDbContext> databases, CodeCheck check, IIdentityRegistry identities, ServiceLedger ledger, LookupKeys keys, Vault vault, Notices notices, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The contact, masked. Problems: those of <see cref="CodeCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<VerifiedContact>> ExecuteAsync(string browserToken, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var entered = await check.EnterAsync(AskToVerifyContact.HolderKey(keys, browserToken), CodePurpose.VerifyContact, typedCode, visitor, cancellationToken);
        if (!entered.Try(out var code, out var problem)
            || !(await identities.FindAsync(vault.OpenIndividualId(code.SealedUin!), CancellationToken.None)).Try(out var identity, out problem))
        {
            return problem;
        }

        // The platform sent the code there a moment ago: where the contact is gone since, nothing was shown.
        if (RegisteredContact.Of(identity, code.Channel) is not { } contact)
        {
            return OtpProblems.NoneActive;
        }

        var (now, personKey, contactKey) = (clock.GetUtcNow(), code.PersonKey!, ContactDesk.ContactKey(keys, contact, code.Channel));
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (await db.VerifiedContacts.SingleOrDefaultAsync(row => row.PersonKey == personKey && row.Channel == code.Channel, CancellationToken.None) is { } known)
        {
            (known.ContactKey, known.VerifiedAt) = (contactKey, now);
        }
        else
        {
            db.VerifiedContacts.Add(new VerifiedContactRow { PersonKey = personKey, Channel = code.Channel, ContactKey = contactKey, VerifiedAt = now });
        }

        var eventId = ledger.Note(db, new ActOwner(personKey, code.SealedUin!, code.Language), ActKind.VerifyContact, new VerifyContactOrder(code.Channel).ToWish());
        notices.Add(db, new Notice(NoticeKind.ContactVerified, code.SealedUin!, code.Language, $"act {eventId.Value} end", eventId.Value));
        await trail.AppendAsync(db, AuditEvent.ContactVerified, AuditResult.Success, personKey, eventId.Value, code.Channel.ToString());
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        notices.Raise();
        return new VerifiedContact(code.Channel, RegisteredContact.Mask(contact, code.Channel), now);
    }
}

/// <summary>The showing of a contact, as it stands in the ledger.</summary>
/// <param name="Channel">Which contact.</param>
public sealed record VerifyContactOrder(OtpChannel Channel)
{
    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static VerifyContactOrder OfWish(string wish) => JsonSerializer.Deserialize<VerifyContactOrder>(wish)!;
}

/// <summary>A contact that was seen to work.</summary>
/// <param name="Channel">What kind of contact it is.</param>
/// <param name="Masked">The contact as its owner recognises it.</param>
/// <param name="At">When it was seen.</param>
public sealed record VerifiedContact(OtpChannel Channel, string Masked, DateTimeOffset At)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(VerifiedContact);
}
