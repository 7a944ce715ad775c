using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>Duties by id, judged by the server's clock each time they are asked for, and their end.</summary>
public sealed class LiveDuties(VisitEndings visits, AuditTrail trail, IOptions<KioskOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Total = TimeSpan.FromHours(10);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    // The operator touches nothing while the resident has the screen.
    private static readonly TimeSpan HandedOverIdle = TimeSpan.FromMinutes(30);

    /// <summary>The duty, tracked by the context. Problems: <see cref="KioskProblems.DutyNeeded"/>, <see cref="KioskProblems.OutsideHours"/>.</summary>
    internal async Task<Outcome<DutyRow>> FindAsync(PortalDbContext db, Guid dutyId, CancellationToken cancellationToken) =>
        await db.Duties.SingleOrDefaultAsync(row => row.Id == dutyId, cancellationToken) is not { } duty ? KioskProblems.DutyNeeded
        : EndOf(duty) is { } end ? ProblemOf(duty, end)
        : duty;

    /// <summary>The duty of a supervisor. Problems: as of any, and <see cref="KioskProblems.SupervisorNeeded"/>.</summary>
    internal async Task<Outcome<DutyRow>> FindSupervisorAsync(PortalDbContext db, Guid dutyId, CancellationToken cancellationToken) =>
        !(await FindAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem) ? problem
        : duty.IsSupervisor ? duty
        : KioskProblems.SupervisorNeeded;

    /// <summary>Ends duties with their visits and the sign-ins of those, as far as they have not ended, and says how many that were. The caller's transaction commits it.</summary>
    internal async Task<int> EndAsync(PortalDbContext db, IQueryable<DutyRow> duties, DutyEnd end)
    {
        var now = clock.GetUtcNow();
        var ending = await duties.Where(row => row.EndedAt == null).ToListAsync();
        foreach (var row in ending)
        {
            (row.EndedAt, row.End) = (now, EndOf(row) ?? end);
            await visits.EndAsync(db, db.Visits.Where(visit => visit.DutyId == row.Id), row.End is DutyEnd.DeviceSuspended ? VisitEnd.DeviceOver : VisitEnd.DutyOver);
            await trail.AppendAsync(db, AuditEvent.DutyEnded, AuditResult.Success, note: $"{row.End}, {row.OperatorNumber}");
        }

        return ending.Count;
    }

    /// <summary>Why a duty is over by now, or null.</summary>
    internal DutyEnd? EndOf(DutyRow row)
    {
        var now = clock.GetUtcNow();
        return row.EndedAt is not null ? row.End
            : now >= row.BeganAt + Total ? DutyEnd.TotalTime
            : now >= row.LastSeenAt + (row.HandedOverAt is null ? Idle : HandedOverIdle) ? DutyEnd.Away
            : !row.IsSupervisor && !AreWithin(WorkingHours.OfText(row.Hours)) ? DutyEnd.OutsideHours
            : null;
    }

    /// <summary>What is said of a duty that is over.</summary>
    internal static Problem ProblemOf(DutyRow row, DutyEnd end) => end is DutyEnd.OutsideHours ? OutsideHours(WorkingHours.OfText(row.Hours)) : KioskProblems.DutyNeeded;

    /// <summary>That it is outside these hours.</summary>
    internal static Problem OutsideHours(WorkingHours hours) => KioskProblems.OutsideHours.With("from", Clock(hours.From)).With("to", Clock(hours.To));

    /// <summary>Whether it is within these hours just now, on the country's clock.</summary>
    internal bool AreWithin(WorkingHours hours) => hours.Hold(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone)).DateTime);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
