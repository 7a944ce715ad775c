using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Printed cards by the packet way (MOSIP <c>RES_REPRINT</c>). The RID is written down before the packet is sent, so that an order without an answer is found by it.
/// </summary>
public sealed class CardReprints(
    IDbContextFactory<PortalDbContext> databases, IPackets packets, IRegistrationStatus registrations, IIdentityRegistry identities, Vault vault, LookupKeys keys, IOptions<CardOptions> options)
{
    /// <summary>
    /// Sends the packet of a claimed order; success is the order's own id at the platform. Problems: those of <see cref="IPackets.ReserveAsync"/> and
    /// <see cref="IPackets.SendAsync"/>.
    /// </summary>
    internal async Task<Outcome<Guid>> SendAsync(ServiceRequestRow row, Uin uin, bool isMasked)
    {
        if (!(await packets.ReserveAsync(CancellationToken.None)).Try(out var rid, out var problem))
        {
            return problem;
        }

        await NoteAsync(row.EventId, rid);
        var packet = new Packet { Rid = rid, Process = PacketProcess.Reprint, Uin = uin, Language = row.Language, Holder = await FindHolderAsync(uin), IsMasked = isMasked };
        return (await packets.SendAsync(packet, CancellationToken.None)).Then(_ => row.PlatformRequestId!.Value);
    }

    /// <summary>
    /// Where the packet of an order stands. After the printer got it the platform tells no more. Problems: <see cref="CardProblems.UnknownOrder"/> (no packet of it was received),
    /// <see cref="CommonProblems.ServiceUnavailable"/> (also where the order is none by packet).
    /// </summary>
    internal async Task<Outcome<OrderStage>> FindAsync(ServiceRequestRow row)
    {
        if (row.SealedRid is null)
        {
            // The RID is written down before anything is sent.
            return options.Value.OrderWay is CardOrderWay.Packet ? CardProblems.UnknownOrder : CommonProblems.ServiceUnavailable;
        }

        if (vault.OpenRid(row.SealedRid) is not { } rid)
        {
            return CommonProblems.ServiceUnavailable;
        }

        var found = await registrations.FindAsync(rid, CancellationToken.None);
        return !found.Try(out var state, out var problem) ? (problem == TrackingProblems.UnknownRid ? CardProblems.UnknownOrder : problem) : state switch
        {
            RegistrationState.NotYetReceived => CardProblems.UnknownOrder,
            RegistrationState.Done => OrderStage.WithPrinter,
            RegistrationState.Refused or RegistrationState.RegisterAgain => OrderStage.Failed,
            _ => OrderStage.Recorded,
        };
    }

    private async Task NoteAsync(string eventId, Rid rid)
    {
        var (sealedRid, ridKey) = (vault.Seal(rid), keys.Registration(rid));
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(row => row.EventId == eventId).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.SealedRid, sealedRid).SetProperty(row => row.RidKey, ridKey));
    }

    // By these a lost RID is found again. A packet without them is as good a one.
    private async Task<PacketHolder?> FindHolderAsync(Uin uin) =>
        (await identities.FindAsync(IndividualId.Of(uin), CancellationToken.None)).Try(out var identity, out _)
            ? new PacketHolder(identity.Names.Values.FirstOrDefault(), identity.Phone, identity.Email)
            : null;
}
