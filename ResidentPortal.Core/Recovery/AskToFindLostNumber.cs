using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>
/// Takes what a visitor knows of a lost number and sends a code to the contact they typed, whatever it is: whose it is, nobody is asked. MOSIP specified this for residents
/// (<c>/req/uin</c>, <c>/req/rid</c>) and never built it.
/// </summary>
public sealed class AskToFindLostNumber(
    IDbContextFactory<PortalDbContext> databases, ILostRegistrations registrations, ContactDesk desk, LookupKeys keys, Vault vault, IOptions<ContactOptions> contacts, TimeProvider clock)
{
    /// <summary>The longest name that is taken.</summary>
    public const int LongestName = 160;

    /// <summary>The longest postal code that is taken.</summary>
    public const int LongestPostalCode = 20;

    // What was typed is forgotten an hour later where no code was entered.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>
    /// The code. Problems: <see cref="ContactProblems"/>, <see cref="RecoveryProblems.TooLong"/>, <see cref="RecoveryProblems.NotAllowed"/>, <see cref="OtpProblems.TooSoon"/>.
    /// </summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(LostNumberWish wish, CancellationToken cancellationToken = default)
    {
        var channel = wish.Contact.Contains('@', StringComparison.Ordinal) ? OtpChannel.Email : OtpChannel.Phone;
        if (!Contact.TryParse(wish.Contact, channel, contacts.Value, out var contact))
        {
            return channel is OtpChannel.Email ? ContactProblems.NotAnEmail : ContactProblems.NotAPhone;
        }

        if (wish.Name.Length > LongestName || wish.PostalCode.Length > LongestPostalCode)
        {
            return RecoveryProblems.TooLong;
        }

        if (!await registrations.MaySearchAsync(cancellationToken))
        {
            return RecoveryProblems.NotAllowed;
        }

        var (now, holderKey) = (clock.GetUtcNow(), HolderKey(keys, wish.BrowserToken));
        var taken = await desk.TakeAsync(new ContactOrder(ContactPurpose.LostNumber, holderKey, contact, channel, wish.Language, wish.Visitor), cancellationToken);
        if (!taken.IsSuccess)
        {
            return taken;
        }

        var sealedSearch = new SoughtPerson(wish.Name.Trim(), contact, channel, wish.PostalCode.Trim()).Seal(vault);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await db.LostNumbers.Where(row => row.LinkKey == holderKey).ExecuteDeleteAsync(CancellationToken.None);
        db.LostNumbers.Add(new LostNumberRow
        {
            Id = Guid.NewGuid(),
            Kind = wish.Kind,
            State = LostNumberState.Asked,
            SealedSearch = sealedSearch,
            Language = wish.Language.Code,
            AskedAt = now,
            LinkKey = holderKey,
            ExpiresAt = now + Patience,
        });
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return taken;
    }

    internal static string HolderKey(LookupKeys keys, string browserToken) => keys.Hash("code-holder-lost", browserToken);
}

/// <summary>What a visitor knows of a lost number.</summary>
/// <param name="Kind">Which number.</param>
/// <param name="Name">The full name.</param>
/// <param name="Contact">The phone or the e-mail address, as typed.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="BrowserToken">The random value of the code cookie: this browser alone may enter the code.</param>
/// <param name="Language">The language of the page.</param>
/// <param name="Visitor">Who asks.</param>
public sealed record LostNumberWish(LostNumberKind Kind, string Name, string Contact, string PostalCode, string BrowserToken, Language Language, Visitor Visitor)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(LostNumberWish);
}
