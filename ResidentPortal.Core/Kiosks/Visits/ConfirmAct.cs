using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Confirms the act before the resident with its code, and has it sent by the very flow that wrote it down. The code counts for this act, from the resident's side, and for no
/// other (S-74).
/// </summary>
public sealed class ConfirmAct(IDbContextFactory<PortalDbContext> databases, VisitBook book, VisitCodes codes, CodeCheck check, ContinueAct continueAct)
{
    /// <summary>
    /// The event id of the act, whatever has become of it. Problems: those of the view, <see cref="KioskProblems.OtherStep"/>, <see cref="KioskProblems.ApprovalNeeded"/>, those of
    /// <see cref="CodeCheck.EnterAsync"/>, and those of the act's own flow.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(string? viewToken, string? typed, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var act = await book.InViewAsync(viewToken, visit => Task.FromResult(ActUnderway.Of(visit, codes)), cancellationToken);
        if (!act.Try(out var found, out var problem))
        {
            return problem;
        }

        if (!(await check.EnterAsync(found.Code.Key, found.Code.Purpose, typed, found.Code.Of(visitor), cancellationToken)).Try(out var code, out problem))
        {
            return problem == OtpProblems.NotACode ? problem : await NoteCodeAsync(viewToken, found, problem);
        }

        if (!(await book.InViewAsync<Done>(viewToken, visit => OpenAsync(visit, found, code), CancellationToken.None)).Try(out _, out problem))
        {
            return problem;
        }

        try
        {
            // From here on nothing is cancelled.
            var sent = await continueAct.ExecuteAsync(found.SessionId, found.EventId, CancellationToken.None);
            return sent.Problem is { } refusal ? await NoteAsync(viewToken, found, refusal) : await NoteSentAsync(found, sent.Value);
        }
        finally
        {
            await CloseAsync(found);
        }
    }

    // The act may be sent by the resident's side for a moment, and once.
    private async Task<Outcome<Done>> OpenAsync(VisitWork visit, ActUnderway act, CodeRow code)
    {
        if (!string.Equals(code.PersonKey, visit.Row.PersonKey, StringComparison.Ordinal) || !ActUnderway.Of(visit, codes).Try(out var now, out _) || now != act)
        {
            return KioskProblems.OtherStep;
        }

        var opened = await visit.Db.Sessions.Where(row => row.Id == act.SessionId && row.EndedAt == null).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.ConfirmedEventId, act.EventId).SetProperty(row => row.CodeEnteredAt, visit.Now), CancellationToken.None);
        return opened == 1 ? default(Done) : SessionProblems.VisitOver;
    }

    private async Task CloseAsync(ActUnderway act)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Sessions.Where(row => row.Id == act.SessionId && row.ConfirmedEventId == act.EventId).ExecuteUpdateAsync(update => update.SetProperty(row => row.ConfirmedEventId, (string?)null));
    }

    // Also where the visit has ended meanwhile, or something else stands before the resident: what was sent was sent.
    private async Task<Outcome<EventId>> NoteSentAsync(ActUnderway act, EventId eventId)
    {
        await book.ByIdAlsoEndedAsync<Done>(act.Code.VisitId, async visit =>
        {
            var row = visit.Row;
            (row.Act, row.Acts) = (string.Equals(row.ActEventId, act.EventId, StringComparison.Ordinal) ? DeskActState.Confirmed : row.Act, row.Acts + 1);
            row.DoneKinds = VisitEndings.With(row.DoneKinds, act.Kind);
            await visit.NoteAsync(AuditEvent.ActConfirmed, eventId: act.EventId, note: $"{act.Kind}");
            return default(Done);
        });
        return eventId;
    }

    // A second press of a code that was right is no failure of the act: it was sent, or is on its way.
    private async Task<Problem> NoteCodeAsync(string? viewToken, ActUnderway act, Problem problem)
    {
        var noted = await book.InViewAsync<Done>(viewToken, async visit =>
        {
            if (!ActUnderway.Of(visit, codes).Try(out var now, out _) || now != act || await visit.Db.Sessions.AnyAsync(row => row.Id == act.SessionId && row.ConfirmedEventId == act.EventId))
            {
                return visit.Quietly(KioskProblems.OtherStep);
            }

            if (await visit.Db.Codes.AnyAsync(row => row.HolderKey == act.Code.Key && row.State == CodeState.Used))
            {
                return visit.Quietly(problem == OtpProblems.NoneActive ? problem : KioskProblems.OtherStep);
            }

            await WriteAsync(visit, act, problem);
            return default(Done);
        }, CancellationToken.None);
        return noted.Problem ?? problem;
    }

    private async Task<Outcome<EventId>> NoteAsync(string? viewToken, ActUnderway act, Problem problem)
    {
        await book.InViewAsync<Done>(viewToken, async visit =>
        {
            await WriteAsync(visit, act, problem);
            return default(Done);
        }, CancellationToken.None);
        return problem;
    }

    private static Task WriteAsync(VisitWork visit, ActUnderway act, Problem problem) =>
        visit.NoteAsync(AuditEvent.ActConfirmed, problem.Kind is ProblemKind.Unknown ? AuditResult.Unknown : AuditResult.Failure, act.EventId, problem.Key);
}
