using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>
/// Takes orders for codes to a contact that nobody's identity stands behind. It answers before anybody is asked: <see cref="SendContactCodes"/> does the rest. The limits keep
/// a stranger from flooding somebody else's phone, and say nothing about whose it is.
/// </summary>
public sealed partial class ContactDesk(
    IDbContextFactory<PortalDbContext> databases,
    LookupKeys keys,
    Vault vault,
    Attempts attempts,
    NationTally nation,
    AuditTrail trail,
    WorkSignal<SendContactCodes> sending,
    IOptions<ContactOptions> limits,
    IOptions<OtpOptions> options,
    TimeProvider clock,
    ILogger<ContactDesk> logger)
{
    /// <summary>The purpose under which contacts are sealed.</summary>
    internal const string SealPurpose = "contact";

    /// <summary>Writes the order down. Problem: <see cref="OtpProblems.TooSoon"/> with the time of the next code.</summary>
    public async Task<Outcome<CodeAsked>> TakeAsync(ContactOrder order, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (contactKey, deviceKey, networkKey) = (ContactKey(keys, order.Contact, order.Channel), keys.Hash("device", order.Visitor.DeviceToken), keys.Hash("network", order.Visitor.Network));

        // Apart by purpose: whoever uses up a contact's codes at an open page takes none from its owner who is signed in.
        var subject = keys.Hash("contact-code", $"{order.Purpose} {contactKey}");

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var sealedContact = vault.Seal(SealPurpose, order.Contact);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await BlockedUntilAsync(db, subject, deviceKey, networkKey) is { } until)
        {
            await trail.AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, note: OtpProblems.TooSoon.Key);
            await transaction.CommitAsync(cancellationToken);
            return OtpProblems.TooSoon.With("at", until);
        }

        await db.ContactCodes.Where(row => row.HolderKey == order.HolderKey && row.Purpose == order.Purpose && row.State != CodeState.Used)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.State, CodeState.Replaced), cancellationToken);
        var code = new ContactCodeRow
        {
            Id = Guid.NewGuid(),
            HolderKey = order.HolderKey,
            Purpose = order.Purpose,
            ContactKey = contactKey,
            SealedContact = sealedContact,
            Channel = order.Channel,
            Language = order.Language.Code,
            State = CodeState.Asked,
            AskedAt = now,
            ExpiresAt = now.AddSeconds(options.Value.LifeSeconds),
            IsMute = order.IsMute,
        };
        db.ContactCodes.Add(code);
        await attempts.NoteAsync(db, AttemptAction.ContactCodeSent, subject, deviceKey, networkKey);
        await nation.NoteAsync(db, AttemptAction.ContactCodeSent);
        await trail.AppendAsync(db, AuditEvent.CodeAsked, AuditResult.Success, note: order.Purpose.ToString());
        await transaction.CommitAsync(cancellationToken);
        sending.Raise();
        return Describe(code);
    }

    /// <summary>The newest code this holder asked for, or null.</summary>
    public async Task<CodeAsked?> FindAsync(string holderKey, ContactPurpose purpose, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var code = await db.ContactCodes.AsNoTracking().Where(row => row.HolderKey == holderKey && row.Purpose == purpose).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
        return code is null || code.State is CodeState.Used ? null : Describe(code);
    }

    /// <summary>The hash under which a contact is found.</summary>
    internal static string ContactKey(LookupKeys keys, string contact, OtpChannel channel) => keys.Hash("contact", $"{channel} {Contact.Key(contact, channel)}");

    private async Task<DateTimeOffset?> BlockedUntilAsync(PortalDbContext db, string subject, string deviceKey, string networkKey)
    {
        const AttemptAction Sent = AttemptAction.ContactCodeSent;
        var (day, ten) = (TimeSpan.FromDays(1), TimeSpan.FromMinutes(10));
        if (await nation.FullUntilAsync(db, Sent, limits.Value.NationalSendsPerMinute) is { } ceiling)
        {
            Log.NationalCeiling(logger, limits.Value.NationalSendsPerMinute);
            return ceiling;
        }

        return await attempts.BlockedUntilAsync(db, Sent, subject, new(1, TimeSpan.FromSeconds(options.Value.SendGapSeconds)), new(limits.Value.SendsPerDay, day))
            ?? await attempts.BlockedUntilAsync(db, Sent, deviceKey, new Allowance(limits.Value.DeviceSendsPerDay, day))
            ?? await attempts.BlockedUntilAsync(db, Sent, networkKey, new Allowance(limits.Value.NetworkSendsPerTenMinutes, ten));
    }

    private CodeAsked Describe(ContactCodeRow code) => new(
        code.Channel, code.AskedAt, code.ExpiresAt, code.AskedAt.AddSeconds(options.Value.SendGapSeconds), code.State is CodeState.Failed, IsSharedDevice: false);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Critical, Message = "The ceiling of {PerMinute} codes a minute to contacts without an identity is reached: no more are sent. Someone may be flooding.")]
        public static partial void NationalCeiling(ILogger logger, int perMinute);
    }
}

/// <summary>An order for a code to a contact.</summary>
/// <param name="Purpose">What the contact is to be proved for.</param>
/// <param name="HolderKey">The browser or sign-in that alone may enter the code.</param>
/// <param name="Contact">The contact, as <see cref="Contacts.Contact.TryParse"/> gives it.</param>
/// <param name="Channel">What kind of contact it is.</param>
/// <param name="Language">The language of the page.</param>
/// <param name="Visitor">Who asks.</param>
public sealed record ContactOrder(ContactPurpose Purpose, string HolderKey, string Contact, OtpChannel Channel, Language Language, Visitor Visitor)
{
    /// <summary>Whether the contact is left alone: the answer and all that follows look the same, and nothing is sent.</summary>
    public bool IsMute { get; init; }

    /// <summary>Without the contact.</summary>
    public override string ToString() => nameof(ContactOrder);
}
