using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>The one update of a person that is on its way: sent here, or waiting in the platform's record wherever it came from. Until it ends there is no other.</summary>
public sealed class PendingUpdates(IDbContextFactory<PortalDbContext> databases, IUpdateRecords records, Vault vault)
{
    /// <summary>The update on its way; none is an empty list. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal async Task<Outcome<IReadOnlyList<UpdateOnItsWay>>> ListAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        if (!(await records.ListPendingAsync(session.Uin, cancellationToken)).Try(out var waiting, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = await db.ServiceRequests.AsNoTracking().OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(
            row => row.PersonKey == session.PersonKey && row.Kind == ActKind.UpdateIdentity && row.State != ActState.Draft && row.NextLookAt != null, cancellationToken);
        if (own is null)
        {
            return waiting.Select(one => new UpdateOnItsWay(EventId: null, one.Rid, one.Since, one.Attributes, IsInRecord: true)).ToList();
        }

        var rid = vault.OpenRid(own.SealedRid);
        return new List<UpdateOnItsWay>
        {
            new(Identifiers.EventId.Stored(own.EventId), rid, own.AskedAt ?? own.CreatedAt, UpdateOrder.OfWish(own.Wish).Fields, IsInRecord: waiting.Any(one => one.Rid == rid)),
        };
    }
}

/// <summary>An update on its way.</summary>
/// <param name="EventId">Its event id, where it was sent here.</param>
/// <param name="Rid">Its RID, where one was reserved.</param>
/// <param name="Since">Since when.</param>
/// <param name="Fields">What it changes, by attribute.</param>
/// <param name="IsInRecord">Whether it waits in the platform's record, where it can be discarded.</param>
internal sealed record UpdateOnItsWay(EventId? EventId, Rid? Rid, DateTimeOffset Since, IReadOnlyList<string> Fields, bool IsInRecord)
{
    /// <summary>Whether its owner can discard it.</summary>
    public bool MayDiscard => IsInRecord && Rid is not null;

    /// <summary>Why there is no other update meanwhile.</summary>
    public Problem ToProblem()
    {
        var pending = UpdateProblems.Pending.With("at", Since).With("mayDiscard", MayDiscard);
        return EventId is null ? pending : pending.With("eventId", EventId.Value);
    }
}
