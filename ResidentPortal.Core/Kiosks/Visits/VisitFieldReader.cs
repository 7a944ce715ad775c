using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Reads the fields of the agreed purposes, masked, through the flows that a visit may use. What the platform cannot tell now is left out.</summary>
public sealed class VisitFieldReader(
    LiveSessions sessions, IIdentityRegistry identities, ShowAuthLocks locks, ShowVids vids, OrderActs orders, UpdateDrafts drafts, IUpdateForms forms)
{
    internal async Task<IReadOnlyList<VisitField>> ReadAsync(Guid deskId, IReadOnlySet<VisitPurpose> purposes, Language language, CancellationToken cancellationToken)
    {
        if (!(await sessions.FindAnyAsync(deskId, isSeen: false, cancellationToken)).Try(out var session, out _))
        {
            return [];
        }

        var identity = (await identities.FindAsync(IndividualId.Of(session.Uin), cancellationToken)).Try(out var found, out _) ? found : null;
        var fields = new List<VisitField>();
        foreach (var kind in VisitFields.Of(purposes.Intersect(session.Visit!.Purposes)))
        {
            if (await ReadAsync(kind, deskId, session, identity, language, cancellationToken) is { } field)
            {
                fields.Add(field);
            }
        }

        return fields;
    }

    private async Task<VisitField?> ReadAsync(VisitFieldKind kind, Guid deskId, ResidentSession session, Identity? identity, Language language, CancellationToken cancellationToken) => kind switch
    {
        VisitFieldKind.Name => Line(kind, identity?.Names.GetValueOrDefault(language.Code) ?? identity?.Names.Values.FirstOrDefault()),
        VisitFieldKind.MaskedUin => Line(kind, session.Uin.ToString()),
        VisitFieldKind.MaskedPhone => Line(kind, ContactMask.Phone(identity?.Phone)),
        VisitFieldKind.MaskedEmail => Line(kind, ContactMask.Email(identity?.Email)),
        VisitFieldKind.LockStates => (await locks.ExecuteAsync(deskId, cancellationToken)).Try(out var states, out _)
            ? new VisitField(kind, []) { Locks = [.. states.Select(state => new VisitLock(state.Type, state.IsLocked, state.UnlockedUntil))] }
            : null,
        VisitFieldKind.MaskedVids => (await vids.ExecuteAsync(deskId, cancellationToken)).Try(out var overview, out _) ? new VisitField(kind, [.. overview.Vids.Select(vid => vid.Masked)]) : null,
        VisitFieldKind.OpenOrders => await orders.FindOpenAsync(session, cancellationToken) is { } order ? Line(kind, order.EventId) : null,
        _ => await ReadUpdateAsync(session, language, cancellationToken),
    };

    private async Task<VisitField?> ReadUpdateAsync(ResidentSession session, Language language, CancellationToken cancellationToken) =>
        await drafts.FindRowAsync(session, cancellationToken) is { } row && (await forms.FindAsync(cancellationToken)).Try(out var form, out _)
            ? new VisitField(VisitFieldKind.UpdateFields, [.. drafts.Open(session, row).Answers.Chosen.Select(name => form.Find(name)?.LabelIn(language.Code) ?? name)])
            : null;

    private static VisitField? Line(VisitFieldKind kind, string? text) => text is null ? null : new VisitField(kind, [text]);
}
