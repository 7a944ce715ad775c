using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Contacts;

/// <summary>Judges a code that went to a contact: its holder, its time, its tries, then the platform (MOSIP kernel OTP manager). It proves that contact once, and nothing else.</summary>
public sealed class ContactCheck(
    IDbContextFactory<PortalDbContext> databases, IContactOtp otp, LookupKeys keys, Vault vault, WrongCodes wrongCodes, AuditTrail trail, IOptions<OtpOptions> options, TimeProvider clock)
{
    /// <summary>
    /// The contact that was proved. Problems: <see cref="OtpProblems.NotACode"/>, <see cref="OtpProblems.DevicePaused"/>, <see cref="OtpProblems.NoneActive"/>,
    /// <see cref="OtpProblems.Expired"/>, <see cref="OtpProblems.Wrong"/>, <see cref="OtpProblems.NewCodeNeeded"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    public async Task<Outcome<string>> EnterAsync(string holderKey, ContactPurpose purpose, string? typed, Visitor visitor, CancellationToken cancellationToken)
    {
        if (!OneTimeCode.TryParse(typed, out var entered))
        {
            return OtpProblems.NotACode;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await wrongCodes.PausedUntilAsync(db, AttemptAction.ContactCodeWrong, visitor) is { } until)
        {
            return OtpProblems.DevicePaused.With("at", until);
        }

        var code = await db.ContactCodes.AsNoTracking().Where(row => row.HolderKey == holderKey && row.Purpose == purpose).OrderByDescending(row => row.AskedAt).FirstOrDefaultAsync(cancellationToken);
        if (code is null || code.State is CodeState.Used or CodeState.Replaced)
        {
            return OtpProblems.NoneActive;
        }

        if (clock.GetUtcNow() >= code.ExpiresAt)
        {
            return OtpProblems.Expired;
        }

        // Reserved before the platform is asked, in one statement: of many tries at once only as many get through as are left.
        var reserved = await db.ContactCodes.Where(row => row.Id == code.Id && row.Tries < options.Value.TriesPerCode && row.State != CodeState.Used)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Tries, row => row.Tries + 1), cancellationToken);
        if (reserved == 0)
        {
            return OtpProblems.NewCodeNeeded;
        }

        var judged = await otp.ValidateAsync(SendContactCodes.PlatformKey(keys, code), entered, CancellationToken.None);
        return judged.Problem is null ? await AcceptAsync(code) : await RefuseAsync(code.Id, judged.Problem, visitor);
    }

    private async Task<Outcome<string>> AcceptAsync(ContactCodeRow code)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isFirst = await db.ContactCodes.Where(row => row.Id == code.Id && row.State != CodeState.Used).ExecuteUpdateAsync(update => update.SetProperty(row => row.State, CodeState.Used)) == 1;
        await trail.AppendAsync(db, AuditEvent.ContactProved, isFirst ? AuditResult.Success : AuditResult.Failure, note: code.Purpose.ToString());
        await transaction.CommitAsync();
        return isFirst ? vault.Open(ContactDesk.SealPurpose, code.SealedContact)! : OtpProblems.NoneActive;
    }

    private async Task<Outcome<string>> RefuseAsync(Guid id, Problem problem, Visitor visitor)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var code = await db.ContactCodes.SingleAsync(row => row.Id == id);
        var answer = wrongCodes.Answer(problem, code.Tries);
        if (problem.Kind is ProblemKind.Unavailable)
        {
            // The platform has not seen it: the try is given back.
            code.Tries--;
        }
        else if (WrongCodes.Counts(answer))
        {
            await wrongCodes.NoteAsync(db, AttemptAction.ContactCodeWrong, visitor, code.ContactKey);
        }

        var result = problem.Kind is ProblemKind.Unknown ? AuditResult.Unknown : AuditResult.Failure;
        await trail.AppendAsync(db, AuditEvent.ContactProved, result, note: $"{code.Purpose} {problem.Key}");
        await transaction.CommitAsync();
        return answer;
    }
}
