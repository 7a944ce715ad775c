using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>
/// Judges a code that came together with an act: by its number and transaction, its tries, then the platform (MOSIP IDA <c>/auth</c>). What the platform says of a
/// refused one the program is told.
/// </summary>
public sealed class ProgramCodeCheck(
    IDbContextFactory<PortalDbContext> databases,
    IIdAuthentication authentication,
    ProvedPersons persons,
    LookupKeys keys,
    Attempts attempts,
    AuditTrail trail,
    IOptions<OtpOptions> options,
    TimeProvider clock)
{
    /// <summary>
    /// Whose code it was, and by which way it came where it came by one alone. Problems: <see cref="OtpProblems.Frozen"/> also where this code has no tries left (the platform
    /// is then not asked: its fifth wrong try freezes the person), and those of <see cref="IIdAuthentication.VerifyCodeAsync"/>.
    /// </summary>
    internal async Task<Outcome<EnteredCode>> EnterAsync(CodeProof proof, CancellationToken cancellationToken)
    {
        var holderKey = AskForProgramCode.HolderKey(keys, proof.IndividualId, proof.TransactionId);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var code = await db.Codes.AsNoTracking().Where(row => row.HolderKey == holderKey).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
        if (code is not null)
        {
            if (code.State is CodeState.Used)
            {
                return OtpProblems.NoneActive;
            }

            // Reserved before the platform is asked, in one statement: of many tries at once only as many get through as are left.
            if (await db.Codes.Where(row => row.Id == code.Id && row.Tries < options.Value.TriesPerCode && row.State != CodeState.Used)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Tries, row => row.Tries + 1), cancellationToken) == 0)
            {
                return OtpProblems.Frozen;
            }
        }

        var verified = await authentication.VerifyCodeAsync(proof.IndividualId, proof.TransactionId, proof.Code, CancellationToken.None);
        if (verified.Problem is { } refusal)
        {
            await RefuseAsync(code, proof, refusal);
            return refusal;
        }

        if (!(await persons.FindAsync(proof.IndividualId, CancellationToken.None)).Try(out var person, out var problem))
        {
            return problem;
        }

        return await AcceptAsync(code, person) ? new EnteredCode(person, code is { Purpose: CodePurpose.Program } ? code.Channel : null, clock.GetUtcNow()) : OtpProblems.NoneActive;
    }

    private async Task<bool> AcceptAsync(CodeRow? code, ProvedPerson person)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isFirst = code is null
            || await db.Codes.Where(row => row.Id == code.Id && row.State != CodeState.Used).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, CodeState.Used)) == 1;
        await trail.AppendAsync(db, AuditEvent.CodeEntered, isFirst ? AuditResult.Success : AuditResult.Failure, person.Key, note: nameof(CodePurpose.Program));
        await transaction.CommitAsync();
        return isFirst;
    }

    private async Task RefuseAsync(CodeRow? code, CodeProof proof, Problem problem)
    {
        var subject = code?.PersonKey ?? keys.Person(proof.IndividualId);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (problem.Kind is ProblemKind.Unavailable)
        {
            // The platform has not seen it: the try is given back.
            await db.Codes.Where(row => code != null && row.Id == code.Id).ExecuteUpdateAsync(update => update.SetProperty(row => row.Tries, row => row.Tries - 1));
        }
        else if (WrongCodes.Counts(problem))
        {
            await attempts.NoteAsync(db, AttemptAction.CodeWrong, subject);
        }

        var result = problem.Kind is ProblemKind.Unknown ? AuditResult.Unknown : AuditResult.Failure;
        await trail.AppendAsync(db, AuditEvent.CodeEntered, result, subject, note: problem.Key);
        await transaction.CommitAsync();
    }
}

/// <summary>A code as it comes together with an act.</summary>
/// <param name="IndividualId">The number it was asked with.</param>
/// <param name="TransactionId">The transaction it was asked in.</param>
/// <param name="Code">The code.</param>
public sealed record CodeProof(IndividualId IndividualId, TransactionId TransactionId, OneTimeCode Code);

/// <summary>A code that was right.</summary>
/// <param name="Person">Whose it was.</param>
/// <param name="Channel">The contact it came by, where it was sent to one alone.</param>
/// <param name="At">When it was entered.</param>
public sealed record EnteredCode(ProvedPerson Person, OtpChannel? Channel, DateTimeOffset At);
