using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>Lists the reports that wait for an answer, for the staff at the command line: the oldest first, what was written opened, never the number of a person.</summary>
public sealed class ListOpenGrievances(IDbContextFactory<PortalDbContext> databases, Vault vault)
{
    /// <summary>The reports.</summary>
    public async Task<Outcome<IReadOnlyList<OpenGrievance>>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Grievances.AsNoTracking().Where(row => row.State != GrievanceState.Answered).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new OpenGrievance(
            row.Id, row.Subject, row.State, row.CreatedAt, row.Language, row.EventId, row.AboutEventId,
            vault.Open(GrievanceDesk.TextPurpose, row.SealedMessage),
            vault.Open(GrievanceDesk.TextPurpose, row.SealedAbout),
            vault.Open(GrievanceDesk.TextPurpose, row.SealedContact)));
    }
}

/// <summary>A report that waits for an answer, as the staff reads it.</summary>
/// <param name="Ticket">The ticket id.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="State">How far it has come.</param>
/// <param name="At">When it was reported.</param>
/// <param name="Language">MOSIP's code of the language of the resident.</param>
/// <param name="Reference">The event id of the report.</param>
/// <param name="About">The event id of the service request it is about.</param>
/// <param name="Message">What was written.</param>
/// <param name="Use">The use of the identity it is about, as JSON.</param>
/// <param name="Contact">How else to reach the resident.</param>
public sealed record OpenGrievance(
    Guid Ticket, GrievanceSubject Subject, GrievanceState State, DateTimeOffset At, string Language, string Reference, string? About, string? Message, string? Use, string? Contact)
{
    /// <summary>Without what was written.</summary>
    public override string ToString() => $"ticket {Ticket}";
}
