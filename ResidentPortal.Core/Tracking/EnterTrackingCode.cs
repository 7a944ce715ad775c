using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>Takes the code that the whole of a request wants. What is shown from then on is told to the registered contact too.</summary>
public sealed class EnterTrackingCode(
    IDbContextFactory<PortalDbContext> databases, TrackedRequests requests, TrackingTickets tickets, CodeCheck check, IRegistrationStatus registrations, Notices notices, AuditTrail trail)
{
    /// <summary>The ticket for <see cref="ShowTrackedRequest"/>. Problems: <see cref="TrackingProblems"/>, those of <see cref="CodeCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<TrackingTicket>> ExecuteAsync(string? typed, string browserToken, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        if (!(await requests.FindAsync(typed, cancellationToken)).Try(out var tracked, out var problem)
            || !(await check.EnterAsync(requests.HolderKey(browserToken, tracked), CodePurpose.TrackRequest, typedCode, visitor, cancellationToken)).Try(out var code, out problem))
        {
            return problem;
        }

        if (tracked.Row is { } row && !string.Equals(code.PersonKey, row.PersonKey, StringComparison.Ordinal))
        {
            return OtpProblems.NoneActive;
        }

        await TellAsync(tracked, code);
        return tickets.Issue(requests.HolderKey(browserToken, tracked));
    }

    private async Task TellAsync(Tracked tracked, CodeRow code)
    {
        var facts = tracked.Row is { } act ? RequestFacts.Of(act) : RequestFacts.Of(act: null, await StateAsync(tracked.Rid!), stage: null);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        notices.Add(db, new Notice(NoticeKind.RequestShown, code.SealedUin, code.Language, $"shown {code.Id:N}", tracked.Row?.EventId) { Facts = facts });
        await trail.AppendAsync(db, AuditEvent.RequestShown, AuditResult.Success, code.PersonKey, tracked.Row?.EventId);
        await transaction.CommitAsync();
        notices.Raise();
    }

    // Where it cannot be read now, it is under way as far as anybody knows.
    private async Task<RegistrationState> StateAsync(Rid rid) => (await registrations.FindAsync(rid, CancellationToken.None)).Try(out var state, out _) ? state.AsTold() : RegistrationState.UnderWay;
}
