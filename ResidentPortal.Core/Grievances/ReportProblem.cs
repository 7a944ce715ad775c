using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>Takes a resident's report of a problem with one of their requests (MOSIP grievance ticket). Ten presses of the same form make one ticket.</summary>
public sealed class ReportProblem(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, ServiceLedger ledger, GrievanceDesk desk, Notices notices, IOptions<GrievanceOptions> options, TimeProvider clock)
{
    /// <summary>How many letters a message has at most, as MOSIP has it.</summary>
    public const int LongestMessage = 1024;

    // Two addresses and two numbers, as MOSIP's form has them.
    private const int LongestContact = 400;

    /// <summary>
    /// The event id of the report. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> where the request is another person's, and those of
    /// <see cref="GrievanceProblems"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, ProblemWish wish, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, wish.AboutEventId, cancellationToken)).Try(out var about, out problem)
            || !Read(wish, about.EventId).Try(out var report, out problem))
        {
            return problem;
        }

        var (owner, sealedReport, since) = (ledger.OwnerOf(session), desk.Seal(report), clock.GetUtcNow().AddDays(-1));
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);

        // One writer at a time: whoever presses again finds here what the first press wrote down.
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(row => row.IntentId == wish.IntentId, CancellationToken.None) is { } before)
        {
            return string.Equals(before.PersonKey, session.PersonKey, StringComparison.Ordinal) && before.Kind is ActKind.ReportProblem ? EventId.Stored(before.EventId) : CommonProblems.NotFound;
        }

        if (await db.Grievances.CountAsync(row => row.PersonKey == session.PersonKey && row.CreatedAt > since, CancellationToken.None) >= options.Value.ReportsPerDay)
        {
            return GrievanceProblems.TooMany.With("most", options.Value.ReportsPerDay);
        }

        var ticket = await desk.TakeAsync(db, owner, sealedReport, wish.IntentId);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        notices.Raise();
        return EventId.Stored(ticket.EventId);
    }

    private static Outcome<GrievanceReport> Read(ProblemWish wish, string aboutEventId)
    {
        var message = (wish.Message ?? string.Empty).ReplaceLineEndings("\n").Trim();
        var contact = string.IsNullOrWhiteSpace(wish.Contact) ? null : wish.Contact.Trim();
        return message.Length == 0 ? GrievanceProblems.NoMessage
            : message.Length > LongestMessage ? GrievanceProblems.LongMessage.With("most", LongestMessage)
            : message.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')) ? GrievanceProblems.UnreadableMessage
            : contact is not null && (contact.Length > LongestContact || contact.Any(char.IsControl)) ? GrievanceProblems.NoContact
            : new GrievanceReport(GrievanceSubject.Request, message) { AboutEventId = aboutEventId, Contact = contact };
    }
}

/// <summary>A report as a resident makes it.</summary>
/// <param name="IntentId">The id of the form.</param>
/// <param name="AboutEventId">The request it is about.</param>
/// <param name="Message">What was written.</param>
/// <param name="Contact">How else to reach them: phone numbers or e-mail addresses.</param>
public sealed record ProblemWish(Guid IntentId, string? AboutEventId, string? Message, string? Contact)
{
    /// <summary>Without what was written.</summary>
    public override string ToString() => $"problem with {AboutEventId}";
}
