using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>Notes that somebody of the staff is at a report, so that its owner sees it.</summary>
public sealed class TakeGrievance(IDbContextFactory<PortalDbContext> databases)
{
    /// <summary>That it is in hand. Problems: <see cref="CommonProblems.NotFound"/>, <see cref="GrievanceProblems.Answered"/>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid ticketId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var isTaken = await db.Grievances.Where(row => row.Id == ticketId && row.State != GrievanceState.Answered)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.State, GrievanceState.InHand), cancellationToken) == 1;
        return isTaken ? default(Done) : await db.Grievances.AnyAsync(row => row.Id == ticketId, cancellationToken) ? GrievanceProblems.Answered : CommonProblems.NotFound;
    }
}
