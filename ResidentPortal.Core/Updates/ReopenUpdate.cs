using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Opens the answers of an update that was not done, all of them, on this device. Only what the platform stumbled over is asked again: the papers where it stopped while it
/// checked or compared, the answers where there are no papers.
/// </summary>
public sealed class ReopenUpdate(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, ServiceLedger ledger, UpdateDrafts drafts, UpdateSubject subject, Vault vault, TimeProvider clock)
{
    /// <summary>
    /// Opened. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (another person's, done, or no longer kept), <see cref="UpdateProblems.ChangedElsewhere"/> (another
    /// draft is open), <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, Visitor visitor, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var act, out problem)
            || !(await subject.ReadAsync(session.Uin, cancellationToken)).Try(out var both, out problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.UpdateDrafts.AsNoTracking().SingleOrDefaultAsync(one => one.EventId == act.EventId && one.PersonKey == session.PersonKey && one.State == DraftState.Sent, cancellationToken);
        if (row is null || act.State is not (ActState.Refused or ActState.Failed or ActState.Cancelled))
        {
            return CommonProblems.NotFound;
        }

        var answers = drafts.Open(session, row).Answers;
        var (text, deviceKey, now) = (vault.Seal(UpdateDrafts.AnswersPurpose, (answers with { Again = Again(act, both.Form, answers) }).ToText()), drafts.DeviceKey(session, visitor), clock.GetUtcNow());
        try
        {
            await db.UpdateDrafts.Where(one => one.Id == row.Id && one.State == DraftState.Sent).ExecuteUpdateAsync(
                update => update.SetProperty(one => one.State, DraftState.Open).SetProperty(one => one.SealedAnswers, text).SetProperty(one => one.DeviceKey, deviceKey)
                    .SetProperty(one => one.Version, one => one.Version + 1).SetProperty(one => one.ChangedAt, now),
                CancellationToken.None);
        }
        catch (Exception failure) when (StorageFaults.IsUniqueViolation(failure))
        {
            return UpdateProblems.ChangedElsewhere;
        }

        return default(Done);
    }

    private IReadOnlyList<string> Again(ServiceRequestRow act, UpdateForm form, UpdateAnswers answers)
    {
        if (act.State is not ActState.Refused || vault.Open(ActCourse.ResultPurpose, act.SealedResult) is not { } text || UpdateProgress.OfText(text).Stage is not { } stage)
        {
            return [];
        }

        var papers = form.PapersFor(answers.Chosen).Select(field => field.Name).ToList();
        return stage <= RegistrationStage.Verification && papers.Count > 0 ? papers : answers.Chosen;
    }
}
