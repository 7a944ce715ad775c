using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Shows what may be known of the code that the resident's view waits for.</summary>
public sealed class ShowViewCode(IDbContextFactory<PortalDbContext> databases, VisitDoors doors, VisitCodes codes, CodeDesk desk)
{
    /// <summary>The newest code. Problems: those of the view, <see cref="OtpProblems.NoneActive"/>.</summary>
    public async Task<Outcome<CodeAsked>> ExecuteAsync(string? viewToken, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return !(await doors.FindAnyByViewAsync(db, viewToken, cancellationToken)).Try(out var found, out var problem) ? problem
            : codes.Of(found.Row) is { } holder && await desk.FindAsync(holder.Key, holder.Purpose, cancellationToken) is { } code ? code
            : OtpProblems.NoneActive;
    }
}
