using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>Says whether a person's registered contact was seen to work (MOSIP <c>/channel/verification-status</c>). One that took its place since then was not.</summary>
public sealed class FindContactVerification(IDbContextFactory<PortalDbContext> databases, IIdentityRegistry identities, LookupKeys keys)
{
    /// <summary>The answer; without the contact where it was not verified. Problems: <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<ContactVerification>> ExecuteAsync(IndividualId individualId, OtpChannel channel, CancellationToken cancellationToken = default)
    {
        if (!(await identities.FindAsync(individualId, cancellationToken)).Try(out var identity, out var problem))
        {
            return problem;
        }

        if (RegisteredContact.Of(identity, channel) is not { } contact)
        {
            return ContactVerification.None;
        }

        var (personKey, contactKey) = (keys.Person(identity.Uin), ContactDesk.ContactKey(keys, contact, channel));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.VerifiedContacts.AnyAsync(row => row.PersonKey == personKey && row.Channel == channel && row.ContactKey == contactKey, cancellationToken)
            ? new ContactVerification(IsVerified: true, RegisteredContact.Mask(contact, channel))
            : ContactVerification.None;
    }
}

/// <summary>Whether a registered contact was seen to work.</summary>
/// <param name="IsVerified">Whether it was, and is still the one on record.</param>
/// <param name="Masked">The contact as its owner recognises it; null where it was not verified.</param>
public sealed record ContactVerification(bool IsVerified, string? Masked)
{
    internal static readonly ContactVerification None = new(IsVerified: false, Masked: null);

    /// <inheritdoc/>
    public override string ToString() => nameof(ContactVerification);
}
