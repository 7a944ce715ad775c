using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Opens a draft on another device by its resume code, for the person whose it is and nobody else. The device where it was begun no longer has it.</summary>
public sealed class ResumeDraft(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, UpdateDrafts drafts, Attempts attempts, AuditTrail trail, IOptions<UpdateOptions> options)
{
    /// <summary>Opened. Problems: those of the sign-in, <see cref="SessionProblems.OutsidePurpose"/> (from a desk), <see cref="UpdateProblems.NoDraft"/>, <see cref="UpdateProblems.WrongResumeCode"/>, <see cref="UpdateProblems.ResumePaused"/>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, Visitor visitor, string? typed, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        // The code is the resident's: at a kiosk it counts in their own view alone.
        if (session.Visit is { IsDesk: true })
        {
            return SessionProblems.OutsidePurpose;
        }

        if (await drafts.FindRowAsync(session, cancellationToken) is not { } row)
        {
            return UpdateProblems.NoDraft;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (await attempts.PausedUntilAsync(db, AttemptAction.ResumeCodeWrong, session.PersonKey, options.Value.WrongResumeCodesPerDay, TimeSpan.FromMinutes(options.Value.ResumePauseMinutes)) is { } until)
        {
            return UpdateProblems.ResumePaused.With("at", until);
        }

        var isRight = string.Equals(row.ResumeKey, drafts.ResumeKey(session, typed ?? string.Empty), StringComparison.Ordinal);
        if (isRight)
        {
            var deviceKey = drafts.DeviceKey(session, visitor);
            await db.UpdateDrafts.Where(draft => draft.Id == row.Id).ExecuteUpdateAsync(update => update.SetProperty(draft => draft.DeviceKey, deviceKey), CancellationToken.None);
        }
        else
        {
            await attempts.NoteAsync(db, AttemptAction.ResumeCodeWrong, session.PersonKey);
        }

        await trail.AppendAsync(db, AuditEvent.DraftResumed, isRight ? AuditResult.Success : AuditResult.Failure, session.PersonKey);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return isRight ? default(Done) : UpdateProblems.WrongResumeCode;
    }
}
