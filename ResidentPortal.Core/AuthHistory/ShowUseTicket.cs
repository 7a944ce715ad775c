using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Shows the receipt of a ticket about an unknown use: its number, and by when the answer comes.</summary>
public sealed class ShowUseTicket(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, IOptions<GrievanceOptions> options)
{
    /// <summary>The receipt. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's).</summary>
    public async Task<Outcome<UseTicketReceipt>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (!EventId.TryParse(eventId, out var id))
        {
            return CommonProblems.NotFound;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Grievances.AsNoTracking().SingleOrDefaultAsync(
            one => one.EventId == id.Value && one.PersonKey == session.PersonKey && one.Subject == GrievanceSubject.UnknownUse, cancellationToken);
        return row is null ? CommonProblems.NotFound : new UseTicketReceipt(EventId.Stored(row.EventId), row.CreatedAt, row.CreatedAt.AddDays(options.Value.AnswerDays));
    }
}

/// <summary>The receipt of a ticket.</summary>
/// <param name="EventId">Its event id.</param>
/// <param name="ReportedAt">When it was reported.</param>
/// <param name="AnswerBy">By when it is answered.</param>
public sealed record UseTicketReceipt(EventId EventId, DateTimeOffset ReportedAt, DateTimeOffset AnswerBy);
