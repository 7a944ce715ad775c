using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>
/// Judges an entered code: its holder, its time, its tries, then the platform (MOSIP IDA <c>/auth</c>). The order is the same for numbers that exist and that
/// do not, and every refusal of the platform that would tell them apart becomes the same wrong code.
/// </summary>
public sealed class CodeCheck(
    IDbContextFactory<PortalDbContext> databases,
    IIdAuthentication authentication,
    IIdentityRegistry identities,
    LookupKeys keys,
    Vault vault,
    WrongCodes wrongCodes,
    AuditTrail trail,
    IOptions<OtpOptions> options,
    TimeProvider clock)
{
    /// <summary>
    /// The code's row, when it was right. Problems: <see cref="OtpProblems.NotACode"/>, <see cref="OtpProblems.DevicePaused"/>, <see cref="OtpProblems.NoneActive"/>,
    /// <see cref="OtpProblems.Expired"/>, <see cref="OtpProblems.Wrong"/>, <see cref="OtpProblems.NewCodeNeeded"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    public async Task<Outcome<CodeRow>> EnterAsync(string holderKey, CodePurpose purpose, string? typed, Visitor visitor, CancellationToken cancellationToken)
    {
        if (!OneTimeCode.TryParse(typed, out var entered))
        {
            return OtpProblems.NotACode;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await wrongCodes.PausedUntilAsync(db, AttemptAction.CodeWrong, visitor) is { } until)
        {
            return OtpProblems.DevicePaused.With("at", until);
        }

        var code = await db.Codes.AsNoTracking().Where(row => row.HolderKey == holderKey && row.Purpose == purpose).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
        if (code is null || code.State is CodeState.Used or CodeState.Replaced)
        {
            return OtpProblems.NoneActive;
        }

        if (clock.GetUtcNow() >= code.ExpiresAt)
        {
            return OtpProblems.Expired;
        }

        // Reserved before the platform is asked, in one statement: of many tries at once only as many get through as are left.
        var reserved = await db.Codes.Where(row => row.Id == code.Id && row.Tries < options.Value.TriesPerCode && row.State != CodeState.Used)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Tries, row => row.Tries + 1), cancellationToken);
        if (reserved == 0)
        {
            return OtpProblems.NewCodeNeeded;
        }

        if (code.SealedIndividualId is CodeRow.Nobody)
        {
            return await RefuseAsync(code.Id, OtpProblems.UnknownPerson, visitor);
        }

        var individualId = vault.OpenIndividualId(code.SealedIndividualId);
        var verified = await authentication.VerifyCodeAsync(individualId, TransactionId.Stored(code.TransactionId), entered, CancellationToken.None);
        return verified.Problem is null
            ? await AcceptAsync(code.Id, individualId)
            : await RefuseAsync(code.Id, verified.Problem, visitor);
    }

    private async Task<Outcome<CodeRow>> AcceptAsync(Guid id, IndividualId individualId)
    {
        await using var db = await databases.CreateDbContextAsync();

        // The sender has usually found out already whose number it is.
        var code = await db.Codes.SingleAsync(row => row.Id == id);
        if (code.SealedUin is null)
        {
            var found = await identities.FindAsync(individualId, CancellationToken.None);
            if (!found.Try(out var identity, out _))
            {
                return CommonProblems.ServiceUnavailable;
            }

            code.PersonKey = keys.Person(identity.Uin);
            code.SealedUin = vault.Seal(IndividualId.Of(identity.Uin));
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        var isFirst = await db.Codes.Where(row => row.Id == id && row.State != CodeState.Used).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, CodeState.Used)) == 1;
        await trail.AppendAsync(db, AuditEvent.CodeEntered, isFirst ? AuditResult.Success : AuditResult.Failure, code.PersonKey, note: code.Purpose.ToString());
        await transaction.CommitAsync();
        return isFirst ? code : OtpProblems.NoneActive;
    }

    private async Task<Outcome<CodeRow>> RefuseAsync(Guid id, Problem problem, Visitor visitor)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var code = await db.Codes.SingleAsync(row => row.Id == id);
        var answer = wrongCodes.Answer(problem, code.Tries);
        if (problem.Kind is ProblemKind.Unavailable)
        {
            // The platform has not seen it: the try is given back.
            code.Tries--;
        }
        else if (WrongCodes.Counts(answer))
        {
            await wrongCodes.NoteAsync(db, AttemptAction.CodeWrong, visitor, code.PersonKey ?? code.IdentifierKey);
        }

        var result = problem.Kind is ProblemKind.Unknown ? AuditResult.Unknown : AuditResult.Failure;
        await trail.AppendAsync(db, AuditEvent.CodeEntered, result, code.PersonKey ?? code.IdentifierKey, note: problem.Key);
        await transaction.CommitAsync();
        return answer;
    }
}
