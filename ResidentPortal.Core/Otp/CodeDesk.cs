using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>Takes orders for codes. It answers before anybody is asked whether the number exists: <see cref="SendCodes"/> does the rest behind the answer.</summary>
public sealed class CodeDesk(
    IDbContextFactory<PortalDbContext> databases, LookupKeys keys, Vault vault, Attempts attempts, AuditTrail trail, WorkSignal<SendCodes> sending, IOptions<OtpOptions> options, TimeProvider clock)
{
    /// <summary>
    /// Writes the order down. The limits told here are those of the number as typed, alike for numbers that exist and that do not. Problem:
    /// <see cref="OtpProblems.TooSoon"/> with the time of the next code.
    /// </summary>
    public async Task<Outcome<CodeAsked>> TakeAsync(CodeOrder order, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var identifierKey = order.TypedKey ?? keys.Person(order.IndividualId!);
        var deviceKey = keys.Hash("device", order.Visitor.DeviceToken);
        var networkKey = keys.Hash("network", order.Visitor.Network);

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var sealedIndividualId = order.IndividualId is { } individualId ? vault.Seal(individualId) : CodeRow.Nobody;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // On a device where the number was used before, its owner is counted apart: a stranger cannot use up the owner's codes.
        var isKnown = await db.KnownDevices.AnyAsync(row => row.DeviceKey == deviceKey && row.OwnerKey == identifierKey, cancellationToken);
        var isOfVisit = VisitSends.IsOne(order.Purpose);
        var (subject, asking) = (isOfVisit ? VisitSends.Subject(keys, identifierKey) : SendSubject(keys, identifierKey, isKnown ? deviceKey : null), VisitSends.Asking(keys, order.HolderKey));
        var blocked = await attempts.BlockedUntilAsync(db, AttemptAction.CodeAsked, subject, isOfVisit ? VisitSends.Allowances(options.Value) : SendAllowances(options.Value))
            ?? (isOfVisit ? await attempts.BlockedUntilAsync(db, AttemptAction.CodeAsked, asking, VisitSends.Gap(options.Value)) : null)
            ?? await attempts.BlockedUntilAsync(db, AttemptAction.CodeAsked, networkKey, new Allowance(options.Value.NetworkSendsPerTenMinutes, TimeSpan.FromMinutes(10)));
        if (blocked is { } until)
        {
            await trail.AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, note: OtpProblems.TooSoon.Key);
            await transaction.CommitAsync(cancellationToken);
            return OtpProblems.TooSoon.With("at", until);
        }

        await db.Codes.Where(row => row.HolderKey == order.HolderKey && row.Purpose == order.Purpose && row.State != CodeState.Used)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.State, CodeState.Replaced), cancellationToken);
        var code = new CodeRow
        {
            Id = Guid.NewGuid(),
            HolderKey = order.HolderKey,
            Purpose = order.Purpose,
            TransactionId = TransactionId.New().Value,
            SealedIndividualId = sealedIndividualId,
            IdentifierKey = identifierKey,
            DeviceKey = deviceKey,
            Channel = order.Channel,
            Language = order.Language.Code,
            IsSharedDevice = order.IsSharedDevice,
            State = CodeState.Asked,
            AskedAt = now,
            ExpiresAt = now.AddSeconds(options.Value.LifeSeconds),
        };
        db.Codes.Add(code);
        await attempts.NoteAsync(db, AttemptAction.CodeAsked, subject, networkKey);
        if (isOfVisit)
        {
            await attempts.NoteAsync(db, AttemptAction.CodeAsked, asking);
        }

        await trail.AppendAsync(db, AuditEvent.CodeAsked, AuditResult.Success, note: order.Purpose.ToString());
        await transaction.CommitAsync(cancellationToken);
        sending.Raise();
        return Describe(code, options.Value);
    }

    /// <summary>
    /// Takes the order once more for the number this holder gave before, by the same or the other channel. Problems: <see cref="OtpProblems.NoneActive"/> where nothing was
    /// asked for before, <see cref="OtpProblems.TooSoon"/>.
    /// </summary>
    public async Task<Outcome<CodeAsked>> TakeAgainAsync(string holderKey, CodePurpose purpose, OtpChannel channel, Visitor visitor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var before = await db.Codes.AsNoTracking().Where(row => row.HolderKey == holderKey && row.Purpose == purpose).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
        return before is null || before.State is CodeState.Used
            ? OtpProblems.NoneActive
            : await TakeAsync(
                new CodeOrder(purpose, holderKey, vault.OpenIndividualId(before.SealedIndividualId), channel, Language.Find(before.Language) ?? Language.English, before.IsSharedDevice, visitor),
                cancellationToken);
    }

    /// <summary>The newest code this holder asked for, or null.</summary>
    public async Task<CodeAsked?> FindAsync(string holderKey, CodePurpose purpose, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var code = await db.Codes.AsNoTracking().Where(row => row.HolderKey == holderKey && row.Purpose == purpose).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
        return code is null || code.State is CodeState.Used ? null : Describe(code, options.Value);
    }

    /// <summary>What the sends to one number count against.</summary>
    internal static string SendSubject(LookupKeys keys, string personKey, string? knownDeviceKey) =>
        knownDeviceKey is null ? personKey : keys.Hash("known-device", $"{personKey} {knownDeviceKey}");

    /// <summary>How often codes may be sent.</summary>
    internal static Allowance[] SendAllowances(OtpOptions options) =>
    [
        new(1, TimeSpan.FromSeconds(options.SendGapSeconds)),
        new(options.SendsPerTenMinutes, TimeSpan.FromMinutes(10)),
        new(options.SendsPerDay, TimeSpan.FromDays(1)),
    ];

    private static CodeAsked Describe(CodeRow code, OtpOptions options) => new(
        code.Channel, code.AskedAt, code.ExpiresAt, code.AskedAt.AddSeconds(options.SendGapSeconds), code.State is CodeState.Failed, code.IsSharedDevice);
}

/// <summary>An order for a code.</summary>
/// <param name="Purpose">What the code is for.</param>
/// <param name="HolderKey">The browser or sign-in that alone may enter it.</param>
/// <param name="IndividualId">The number it is asked with; null where nobody is known, and the order goes the same way without anybody being sent a code.</param>
/// <param name="Channel">Where it is to go.</param>
/// <param name="Language">The language of the page.</param>
/// <param name="IsSharedDevice">Whether the device is not the resident's own.</param>
/// <param name="Visitor">Who asks.</param>
public sealed record CodeOrder(
    CodePurpose Purpose, string HolderKey, IndividualId? IndividualId, OtpChannel Channel, Language Language, bool IsSharedDevice, Visitor Visitor)
{
    /// <summary>The hash of what was typed in place of the number, where it was something else: what is told of limits is counted against that.</summary>
    public string? TypedKey { get; init; }
}

/// <summary>A code that was asked for, as much of it as may be shown before it is entered: the same for numbers that exist and that do not.</summary>
/// <param name="Channel">Where it was to go.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="ExpiresAt">Until when it may be entered.</param>
/// <param name="NextAt">From when another may be asked for.</param>
/// <param name="IsUnreachable">The platform could not be reached; says nothing about the number.</param>
/// <param name="IsSharedDevice">Whether the device is not the resident's own.</param>
public sealed record CodeAsked(OtpChannel Channel, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt, DateTimeOffset NextAt, bool IsUnreachable, bool IsSharedDevice);
