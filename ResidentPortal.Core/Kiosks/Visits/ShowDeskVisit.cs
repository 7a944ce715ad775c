using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Shows the operator the visit: its course, also while the screen is with the resident; and, where asked for and agreed to, the fields of the purposes. Those are written down
/// before they are shown.
/// </summary>
public sealed class ShowDeskVisit(
    IDbContextFactory<PortalDbContext> databases, LiveDuties duties, VisitBook book, VisitFieldReader reader, AuditTrail trail, IOptions<KioskOptions> options, TimeProvider clock)
{
    /// <summary>The visit. Problems: those of the duty, <see cref="KioskProblems.NoVisit"/>.</summary>
    public async Task<Outcome<DeskVisit>> ExecuteAsync(Guid dutyId, bool withFields, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        var row = await db.Visits.AsNoTracking().SingleOrDefaultAsync(one => one.DutyId == dutyId && one.EndedAt == null, cancellationToken);
        if (row is null || book.EndOf(row, duty.LastSeenAt, clock.GetUtcNow()) is not null
            || await VisitDoors.IsSignedOutElsewhereAsync(db, row, cancellationToken))
        {
            return KioskProblems.NoVisit;
        }

        var state = row.ActEventId is null ? (ActState?)null
            : await db.ServiceRequests.AsNoTracking().Where(one => one.EventId == row.ActEventId).Select(one => (ActState?)one.State).SingleOrDefaultAsync(cancellationToken);
        var fields = withFields && duty.HandedOverAt is null ? await ReadFieldsAsync(row, cancellationToken) : [];
        return new DeskVisit
        {
            Id = row.Id,
            State = row.State,
            Purposes = PurposeList.Of(row.Purposes),
            NewPurposes = PurposeList.Of(row.NewPurposes),
            Language = Language.Find(row.Language) ?? Language.English,
            DeskId = row.DeskId,
            View = row.ViewPlace,
            IsViewOpened = row.ViewPlace is ViewPlace.SameScreen ? duty.HandedOverAt is not null : row.ViewOpenedAt is not null,
            Step = VisitSteps.Of(row),
            Act = row is { ActEventId: { } eventId, ActKind: { } kind, Act: { } desk } && state is { } known ? new DeskAct(eventId, kind, known, desk) : null,
            Print = row.Print,
            Prints = row.Prints,
            ConsentUntil = row.ConsentAt?.AddMinutes(options.Value.VisitMinutes),
            IsSlow = row.IsSlow,
            Version = row.Version,
            Fields = fields,
        };
    }

    private async Task<IReadOnlyList<VisitField>> ReadFieldsAsync(VisitRow row, CancellationToken cancellationToken)
    {
        if (row is not { State: VisitState.Agreed, DeskId: { } deskId })
        {
            return [];
        }

        var fields = await reader.ReadAsync(deskId, PurposeList.Of(row.Purposes), Language.Find(row.Language) ?? Language.English, cancellationToken);
        return await NoteAsync(row, [.. fields.Select(field => $"{field.Kind}")]) ? fields : [];
    }

    // False where the visit has ended meanwhile: then nothing is shown.
    private async Task<bool> NoteAsync(VisitRow row, IReadOnlyList<string> kinds)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var now = await db.Visits.SingleAsync(one => one.Id == row.Id, CancellationToken.None);
        var before = (now.ShownFields ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (kinds.Except(before, StringComparer.Ordinal).Any() && now.EndedAt is null)
        {
            now.ShownFields = string.Join(' ', before.Union(kinds, StringComparer.Ordinal));
            await trail.AppendAsync(db, AuditEvent.FieldsShown, AuditResult.Success, now.PersonKey, note: now.ShownFields, chain: AuditTrail.Visit(now.Id));
            await transaction.CommitAsync(CancellationToken.None);
        }

        return now.EndedAt is null;
    }
}
