using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>
/// Does behind the answer what must not show in it: finds out whose number it is, counts the sends of that person across all their numbers, and asks the
/// platform for the code (MOSIP IDA <c>/otp</c>). An unknown number goes the same way to the end, so that an outage looks the same for all.
/// </summary>
public sealed class SendCodes(
    IDbContextFactory<PortalDbContext> databases,
    IIdentityRegistry identities,
    IIdAuthentication authentication,
    LookupKeys keys,
    Vault vault,
    SendLimits limits,
    AuditTrail trail,
    IOptions<OtpOptions> options,
    TimeProvider clock)
{
    private const int AtOnce = 16;

    /// <summary>Sends all codes that were asked for; how many there were.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Codes.Where(row => row.State == CodeState.Asked).OrderBy(row => row.AskedAt).Select(row => row.Id).ToListAsync(cancellationToken);
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (id, _) => await SendAsync(id));
        return waiting.Count;
    }

    private async Task SendAsync(Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();

        // Claimed before the platform is asked: after a crash it is not asked again, and the resident can ask for another.
        if (await db.Codes.Where(row => row.Id == id && row.State == CodeState.Asked).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, CodeState.Sending)) == 0)
        {
            return;
        }

        var code = await db.Codes.SingleAsync(row => row.Id == id);
        if (clock.GetUtcNow() >= code.ExpiresAt)
        {
            await CloseAsync(db, code, CodeState.Answered, OtpProblems.Expired);
            return;
        }

        if (code.SealedIndividualId is CodeRow.Nobody)
        {
            await CloseAsync(db, code, CodeState.Answered, OtpProblems.UnknownPerson);
            return;
        }

        var individualId = vault.OpenIndividualId(code.SealedIndividualId);
        var found = await identities.FindAsync(individualId, CancellationToken.None);
        if (found.Problem is { Kind: ProblemKind.Unavailable })
        {
            await CloseAsync(db, code, CodeState.Failed, found.Problem);
            return;
        }

        code.PersonKey = found.IsSuccess ? keys.Person(found.Value.Uin) : keys.Person(individualId);
        code.SealedUin = found.IsSuccess ? vault.Seal(IndividualId.Of(found.Value.Uin)) : null;
        if (await CountAsync(db, code) is { } refusal)
        {
            await CloseAsync(db, code, CodeState.Answered, refusal);
            return;
        }

        var sent = await authentication.SendCodeAsync(individualId, TransactionId.Stored(code.TransactionId), [code.Channel], CancellationToken.None);

        // Without a usable answer the page says so, for known and unknown numbers alike; a code that comes after all may still be entered.
        await CloseAsync(db, code, sent.Problem is { Kind: ProblemKind.Unavailable or ProblemKind.Unknown } ? CodeState.Failed : CodeState.Answered, sent.Problem);
    }

    // The limits of the person, whichever of their numbers was typed. To tell them would tell which numbers are one person's: the resident is told only that a code may come.
    private async Task<Problem?> CountAsync(PortalDbContext db, CodeRow code)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isKnown = await db.KnownDevices.AnyAsync(row => row.DeviceKey == code.DeviceKey && row.OwnerKey == code.PersonKey);
        var isOfVisit = VisitSends.IsOne(code.Purpose);
        var subject = isOfVisit ? VisitSends.Subject(keys, code.PersonKey!) : CodeDesk.SendSubject(keys, code.PersonKey!, isKnown ? code.DeviceKey : null);
        if (await limits.TakeAsync(db, subject, isOfVisit ? VisitSends.Allowances(options.Value) : CodeDesk.SendAllowances(options.Value)) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    private async Task CloseAsync(PortalDbContext db, CodeRow code, CodeState state, Problem? problem)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();

        // Only from Sending: the resident may have asked for a newer one meanwhile.
        await db.Codes.Where(row => row.Id == code.Id && row.State == CodeState.Sending).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, state));
        var result = problem is null ? AuditResult.Success : problem.Kind is ProblemKind.Unknown ? AuditResult.Unknown : AuditResult.Failure;
        await trail.AppendAsync(db, AuditEvent.CodeSent, result, code.PersonKey, note: problem?.Key);
        await transaction.CommitAsync();
    }
}
