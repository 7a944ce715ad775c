using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates.Whole;

/// <summary>
/// Hands in an update that comes whole (MOSIP <c>/req/update-uin</c> and <c>/update-uin</c>), by the same rules, the same ledger and the same packet as one that was written on
/// the pages: owner → judged → fresh code → claimed once → written down as sent → RID reserved → packet handed in once. Without a fresh code nothing of it is kept: whoever
/// sent it whole can send it again.
/// </summary>
public sealed class SubmitUpdate(
    LiveSessions sessions, ServiceLedger ledger, SubmissionRules rules, SubmittedPapers papers, SentDrafts sentDrafts, UpdateDrafts drafts, UpdateCourier courier, UpdateActs acts, TimeProvider clock)
{
    /// <summary>
    /// The event id of the act, whatever has become of it. Problems: those of the sign-in, those of <see cref="SubmissionRules.JudgeAsync"/>, those of
    /// <see cref="SubmittedPapers.TakeAsync"/>, <see cref="CommonProblems.FreshCodeNeeded"/>, <see cref="HistoryProblems.ActInFlight"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, UpdateSubmission submission, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (await FindSentAsync(session, submission, cancellationToken) is { } sent)
        {
            return sent;
        }

        if (!(await rules.JudgeAsync(session, submission, cancellationToken)).Try(out var judged, out problem)
            || !(await papers.TakeAsync(session, submission, judged, cancellationToken)).Try(out var taken, out problem))
        {
            return await FindSentAsync(session, submission, cancellationToken) is { } faster ? faster : problem;
        }

        if (clock.GetUtcNow() >= session.FreshUntil)
        {
            return CommonProblems.FreshCodeNeeded;
        }

        var row = drafts.Row(session, judged.Answers, deviceKey: string.Empty, DraftState.Sent);
        var update = new ReviewedUpdate(new OpenDraft(session, row, judged.Answers), judged.Form, [.. taken.Select(paper => paper.Field)]);
        var wish = new UpdateOrder(submission.IntentId, row.Id, row.Version, judged.Answers.Chosen, IsConsented: true) { Labels = update.Labels() };
        if (!(await ledger.TakeAsync(session, ActKind.UpdateIdentity, submission.IntentId, wish.ToWish())).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            await sentDrafts.KeepAsync(act.Row.EventId, row, papers.RowsOf(row, taken), [.. taken.Select(paper => paper.UploadId).OfType<Guid>()]);
            await acts.CloseAsync(act.Row.EventId, await courier.HandInAsync(act.Row.EventId, session, update, [.. taken.Select(paper => paper.InPacket())]));
        }

        return act.EventId;
    }

    private async Task<EventId?> FindSentAsync(ResidentSession session, UpdateSubmission submission, CancellationToken cancellationToken) =>
        await ledger.FindByIntentAsync(session, submission.IntentId, cancellationToken) is { State: not ActState.Draft } act ? EventId.Stored(act.EventId) : null;
}
