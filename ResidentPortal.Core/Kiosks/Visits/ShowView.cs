using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Shows the resident the visit: who helps, with what, and what is to be answered next. To look is no sign of life: pages look by themselves.</summary>
public sealed class ShowView(
    IDbContextFactory<PortalDbContext> databases, VisitDoors doors, ICentres centres, ShowAct showAct, IOptions<KioskOptions> options, TimeProvider clock)
{
    // So long the summary is there to be read.
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(2);

    /// <summary>The view; for two minutes also of a visit that is over. Problem: <see cref="KioskProblems.NoVisit"/>.</summary>
    public async Task<Outcome<ResidentView>> ExecuteAsync(string? viewToken, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await doors.FindAnyByViewAsync(db, viewToken, cancellationToken)).Try(out var found, out var problem))
        {
            return problem;
        }

        var row = found.Row;
        if (row.EndedAt is { } ended && clock.GetUtcNow() >= ended + Shown)
        {
            return KioskProblems.NoVisit;
        }

        var language = Language.Find(row.Language) ?? Language.English;
        var act = row is { SessionId: { } session, ActEventId: { } eventId, EndedAt: null } && (await showAct.ExecuteAsync(session, eventId, cancellationToken)).Try(out var receipt, out _) ? receipt : null;
        return new ResidentView
        {
            VisitId = row.Id,
            State = row.State,
            Step = VisitSteps.Of(row),
            Place = row.ViewPlace ?? ViewPlace.SameScreen,
            OperatorNumber = row.OperatorNumber,
            OperatorName = row.OperatorName,
            CentreName = (await centres.FindAsync(row.CentreCode, language.Code, cancellationToken)).Try(out var centre, out _) ? centre.Name : row.CentreName,
            CentreCode = row.CentreCode,
            Purposes = PurposeList.Of(row.Purposes),
            NewPurposes = PurposeList.Of(row.NewPurposes),
            Fields = VisitFields.Of(PurposeList.Of(row.Purposes).Concat(PurposeList.Of(row.NewPurposes))),
            Language = language,
            SessionId = row.EndedAt is null ? row.SessionId : null,
            Act = act,
            EventId = row.EndedAt is null ? row.ActEventId : null,
            WaitsForApproval = row.Act is DeskActState.WaitsForApproval,
            IsSlow = row.IsSlow,
            ConsentUntil = row.ConsentAt?.AddMinutes(options.Value.VisitMinutes),
            Summary = row.EndedAt is null ? null : await VisitSummaries.OfAsync(db, row, cancellationToken),
            Version = row.Version,
        };
    }
}
