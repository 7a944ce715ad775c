using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Gives the resident a view of their own: the operator's screen, so that the duty rests until a factor is proved again, or another screen by a short link. A view that
/// was open before dies.
/// </summary>
public sealed class OfferView(VisitBook book, VisitDoors doors, IOptions<KioskOptions> options)
{
    private const string Unmistakable = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Letters = 8;

    /// <summary>The door. Problems: those of the duty, <see cref="KioskProblems.HandedOver"/>, <see cref="KioskProblems.NoVisit"/>.</summary>
    public Task<Outcome<ViewOffer>> ExecuteAsync(Guid dutyId, ViewPlace place, CancellationToken cancellationToken = default) => book.AtDeskAsync<ViewOffer>(dutyId, async visit =>
    {
        var row = visit.Row;
        if (row.State is VisitState.Started)
        {
            (row.State, row.Round) = (VisitState.BeforeResident, 1);
            await visit.NoteAsync(AuditEvent.ConsentAsked, note: row.Purposes);
        }

        (row.ViewKey, row.LinkKey, row.LinkUntil, row.ViewPlace, row.ViewOpenedAt) = (null, null, null, place, null);
        var offer = place is ViewPlace.SameScreen ? HandOver(visit) : Link(visit);
        await visit.NoteAsync(AuditEvent.HandedOver, note: $"{place}");
        return offer;
    }, cancellationToken);

    private ViewOffer HandOver(VisitWork visit)
    {
        var token = LiveSessions.NewToken();
        (visit.Row.ViewKey, visit.Row.ViewOpenedAt, visit.Row.ViewSeenAt) = (doors.ViewKey(token), visit.Now, visit.Now);
        visit.Duty!.HandedOverAt = visit.Now;
        return new ViewOffer(token, LinkCode: null, (visit.Row.ConsentAt ?? visit.Row.StartedAt).AddMinutes(options.Value.VisitMinutes));
    }

    private ViewOffer Link(VisitWork visit)
    {
        var letters = RandomNumberGenerator.GetString(Unmistakable, Letters);
        (visit.Row.LinkKey, visit.Row.LinkUntil) = (doors.LinkKey(letters), visit.Now.AddMinutes(options.Value.LinkMinutes));
        return new ViewOffer(Token: null, letters, visit.Row.LinkUntil.Value);
    }
}
