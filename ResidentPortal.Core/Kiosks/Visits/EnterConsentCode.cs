using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Takes the code of the consent: the visit's sign-in opens for what was agreed to. Nobody is helped by themselves, and a visit stays with the person who agreed first.
/// </summary>
public sealed class EnterConsentCode(IDbContextFactory<PortalDbContext> databases, VisitBook book, VisitDoors doors, VisitCodes codes, VisitSignIns signIns, CodeCheck check)
{
    /// <summary>
    /// Takes it. Problems: those of the view, <see cref="KioskProblems.OtherStep"/>, those of <see cref="CodeCheck.EnterAsync"/>, <see cref="KioskProblems.OwnNumber"/> (the visit
    /// is over), <see cref="KioskProblems.OtherPerson"/>.
    /// </summary>
    public async Task<Outcome<Done>> ExecuteAsync(string? viewToken, string? typed, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var holder = await book.InViewAsync<CodeHolder>(viewToken, visit => Task.FromResult<Outcome<CodeHolder>>(
            VisitSteps.Of(visit.Row) is ViewStep.ConsentCode ? codes.OfConsent(visit.Row) : visit.Quietly(KioskProblems.OtherStep)), cancellationToken);
        if (!holder.Try(out var found, out var problem))
        {
            return problem;
        }

        var entered = await check.EnterAsync(found.Key, found.Purpose, typed, found.Of(visitor), cancellationToken);
        return entered.Try(out var code, out problem)
            ? await book.InViewAsync<Done>(viewToken, visit => AcceptAsync(visit, found, code), CancellationToken.None)
            : await NoteWrongAsync(viewToken, found, problem);
    }

    private async Task<Outcome<Done>> AcceptAsync(VisitWork visit, CodeHolder holder, CodeRow code)
    {
        var row = visit.Row;
        if (VisitSteps.Of(row) is not ViewStep.ConsentCode || holder != codes.OfConsent(row))
        {
            return KioskProblems.OtherStep;
        }

        if (string.Equals(code.PersonKey, row.OperatorKey, StringComparison.Ordinal))
        {
            row.FailedConsents++;
            await visit.NoteAsync(AuditEvent.Refused, AuditResult.Failure, note: KioskProblems.OwnNumber.Key);
            await visit.EndAsync(VisitEnd.OwnNumber);
            return visit.Quietly(KioskProblems.OwnNumber);
        }

        if (row.PersonKey is { } before && !string.Equals(code.PersonKey, before, StringComparison.Ordinal))
        {
            (row.CodeAskedAt, row.FailedConsents) = (null, row.FailedConsents + 1);
            return KioskProblems.OtherPerson;
        }

        (row.PersonKey, row.SealedUin) = (code.PersonKey, code.SealedUin);
        await ConsentEntry.GiveAsync(visit);
        await signIns.OpenAsync(visit, code);
        return default(Done);
    }

    // What was only mistyped, or the platform did not answer, is nobody's fault. Nor is a second press of a code that was right: the visit has moved on then.
    private async Task<Outcome<Done>> NoteWrongAsync(string? viewToken, CodeHolder holder, Problem problem)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (!(await doors.FindAnyByViewAsync(db, viewToken, CancellationToken.None)).Try(out _, out _) || problem == OtpProblems.NotACode || problem.Kind is ProblemKind.Unavailable or ProblemKind.Unknown)
        {
            return problem;
        }

        return await book.InViewAsync<Done>(viewToken, async visit =>
        {
            if (VisitSteps.Of(visit.Row) is not ViewStep.ConsentCode || holder != codes.OfConsent(visit.Row)
                || await visit.Db.Codes.AnyAsync(row => row.HolderKey == holder.Key && row.State == CodeState.Used))
            {
                return visit.Quietly(KioskProblems.OtherStep);
            }

            visit.Row.FailedConsents += string.Equals(problem.Key, OtpProblems.Wrong.Key, StringComparison.Ordinal) ? 1 : 0;
            return problem;
        }, CancellationToken.None) is { Problem: { } told } ? told : problem;
    }
}
