using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>
/// Asks for a code on behalf of a program, which names the transaction and waits for the platform's answer (MOSIP <c>/req/otp</c>, IDA <c>/otp</c>). Unlike a page it is
/// told why none was sent; how many it may have sent to one person is counted apart from what the person asks for on a page.
/// </summary>
public sealed class AskForProgramCode(
    IIdAuthentication authentication,
    IIdentityRegistry identities,
    ProvedPersons persons,
    LookupKeys keys,
    Vault vault,
    SendLimits limits,
    AuditedWrites writes,
    IOptions<OtpOptions> options,
    TimeProvider clock)
{
    private static readonly Statement ReplaceUnused = new(
        $"""UPDATE "Codes" SET "State" = '{CodeState.Replaced}' WHERE "HolderKey" = @holder AND "State" <> '{CodeState.Used}'""", "@holder");

    /// <summary>
    /// The masked contacts the code went to. Problems: <see cref="OtpProblems.TooSoon"/> with fact <c>at</c>, and those of <see cref="IIdAuthentication.SendCodeAsync"/>.
    /// </summary>
    public async Task<Outcome<MaskedContacts>> ExecuteAsync(ProgramCodeWish wish, CancellationToken cancellationToken = default)
    {
        if (!(await persons.FindAsync(wish.IndividualId, cancellationToken)).Try(out var person, out var problem))
        {
            return problem;
        }

        var holderKey = HolderKey(keys, wish.IndividualId, wish.TransactionId);
        var subject = keys.Hash("program-sends", person.Key);
        var sealedIndividualId = vault.Seal(wish.IndividualId);
        var now = clock.GetUtcNow();
        var code = new CodeRow
        {
            Id = Guid.NewGuid(),
            HolderKey = holderKey,
            Purpose = wish.Channels.Count > 1 ? CodePurpose.ProgramBothWays : CodePurpose.Program,
            TransactionId = wish.TransactionId.Value,
            SealedIndividualId = sealedIndividualId,
            IdentifierKey = keys.Person(wish.IndividualId),
            DeviceKey = keys.Hash("program", wish.Program),
            Channel = wish.Channels.First(),
            Language = Languages.Language.English.Code,
            IsSharedDevice = false,
            State = CodeState.Answered,
            AskedAt = now,
            ExpiresAt = now.AddSeconds(options.Value.LifeSeconds),
            PersonKey = person.Key,
        };
        if (await writes.WriteAsync(db => TakeAsync(db, code, subject)) is { } refusal)
        {
            return refusal;
        }

        var sent = await authentication.SendCodeAsync(wish.IndividualId, wish.TransactionId, wish.Channels, CancellationToken.None);
        if (sent.Problem == OtpProblems.NotSent && await LacksContactAsync(person, wish.Channels))
        {
            sent = OtpProblems.ChannelMissing;
        }

        var result = sent.Problem is null ? AuditResult.Success : sent.Problem.Kind is ProblemKind.Unknown ? AuditResult.Unknown : AuditResult.Failure;
        await writes.NoteAsync(AuditEvent.CodeSent, result, person.Key, note: sent.Problem?.Key);
        return sent;
    }

    // In the transaction of others too: all that it reads and writes is one program's and one person's own.
    private async Task<(Problem? Refusal, AuditEntry Entry)> TakeAsync(PortalDbContext db, CodeRow code, string subject)
    {
        if (await limits.TakeAsync(db, subject, Allowances(options.Value)) is { } refusal)
        {
            return (refusal, new AuditEntry(AuditEvent.Refused, AuditResult.Failure, code.PersonKey, EventId: null, refusal.Key));
        }

        await ReplaceUnused.With(db, code.HolderKey).ExecuteNonQueryAsync();
        await db.InsertAsync(code);
        return (null, new AuditEntry(AuditEvent.CodeAsked, AuditResult.Success, code.PersonKey, EventId: null, nameof(CodePurpose.Program)));
    }

    /// <summary>Under what a program's code is found again: the number and the transaction it was asked with, both.</summary>
    internal static string HolderKey(LookupKeys keys, IndividualId individualId, TransactionId transactionId) => keys.Hash("program-code", $"{keys.Person(individualId)} {transactionId.Value}");

    private static Allowance[] Allowances(OtpOptions options) =>
        [new(options.ProgramSendsPerTenMinutes, TimeSpan.FromMinutes(10)), new(options.ProgramSendsPerDay, TimeSpan.FromDays(1))];

    // The platform says of a contact that is not on record only that nothing could be sent.
    private async Task<bool> LacksContactAsync(ProvedPerson person, IReadOnlyCollection<OtpChannel> channels) =>
        (await identities.FindAsync(IndividualId.Of(person.Uin), CancellationToken.None)).Try(out var identity, out _)
        && channels.All(channel => (channel is OtpChannel.Phone ? identity.Phone : identity.Email) is null);
}

/// <summary>A program's wish for a code.</summary>
/// <param name="IndividualId">The UIN or VID: the code will hold for this number alone.</param>
/// <param name="TransactionId">The program's own transaction: the code will hold for this one alone.</param>
/// <param name="Channels">Where the code is to go, at least one.</param>
/// <param name="Program">Which program asks: the name of its client, or where it calls from.</param>
public sealed record ProgramCodeWish(IndividualId IndividualId, TransactionId TransactionId, IReadOnlyCollection<OtpChannel> Channels, string Program);
