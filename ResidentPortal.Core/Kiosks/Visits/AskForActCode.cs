using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Asks for the code of the one act that stands before the resident. It goes by the UIN, like every code that confirms.</summary>
public sealed class AskForActCode(VisitBook book, VisitCodes codes, LiveSessions sessions, CodeDesk desk)
{
    /// <summary>
    /// The code; the channel of the consent where none is given. Problems: those of the view, <see cref="KioskProblems.OtherStep"/>, <see cref="KioskProblems.ApprovalNeeded"/>,
    /// <see cref="OtpProblems.TooSoon"/>.
    /// </summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string? viewToken, OtpChannel? channel, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var act = await book.InViewAsync(viewToken, visit => Task.FromResult(ActUnderway.Of(visit, codes)), cancellationToken);
        if (!act.Try(out var found, out var problem) || !(await sessions.FindAnyAsync(found.SessionId, isSeen: true, cancellationToken)).Try(out var session, out problem))
        {
            return problem;
        }

        var taken = await desk.TakeAsync(
            new CodeOrder(found.Code.Purpose, found.Code.Key, IndividualId.Of(session.Uin), channel ?? session.Channel, session.Language, IsSharedDevice: true, visitor), cancellationToken);
        if (taken.IsSuccess)
        {
            await book.InViewAsync<Done>(viewToken, async visit =>
            {
                await visit.NoteAsync(AuditEvent.CodeAsked, eventId: found.EventId, note: nameof(CodePurpose.VisitAct));
                return default(Done);
            }, CancellationToken.None);
        }

        return taken;
    }
}

/// <summary>The act that waits for its code.</summary>
internal sealed record ActUnderway(Guid SessionId, string EventId, ActKind Kind, CodeHolder Code)
{
    public static Outcome<ActUnderway> Of(VisitWork visit, VisitCodes codes) => visit.Row switch
    {
        { Act: DeskActState.WaitsForApproval } => KioskProblems.ApprovalNeeded,
        { SessionId: { } session, ActEventId: { } eventId, ActKind: { } kind } row when VisitSteps.Of(row) is ViewStep.ActCode && codes.Of(row) is { } code => new ActUnderway(session, eventId, kind, code),
        _ => visit.Quietly(KioskProblems.OtherStep),
    };
}
