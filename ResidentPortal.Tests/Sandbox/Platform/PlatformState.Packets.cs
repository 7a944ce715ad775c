using System.Globalization;

namespace ResidentPortal.Sandbox;

/// <content>Registration packets: RIDs, what is announced and received, and its way through the registration processor.</content>
public sealed partial class PlatformState
{
    private static readonly string[] Processes = ["NEW", "UPDATE", "LOST", ReceivedPacket.Update, "ACTIVATE", "DEACTIVATE", "OPENCRVS_NEW"];

    /// <summary>Whether packets for reprints are taken; as shipped, the platform does not.</summary>
    public bool TakesReprints { get; set; }

    /// <summary>A new RID of a machine (<c>/ridgenerator</c>).</summary>
    public string NewRid(string centre, string machine) => string.Create(
        CultureInfo.InvariantCulture, $"{centre}{machine}{Packets.NextSequence(centre + machine):D5}{Clock.WallNow.UtcDateTime:yyyyMMddHHmmss}");

    /// <summary>Whether packets of a process are taken (<c>registration.processor.main-processes</c>).</summary>
    public bool Takes(string process) => Processes.Contains(process, StringComparer.Ordinal) || (TakesReprints && process is ReceivedPacket.Reprint);

    /// <summary>Notes that a packet will come (<c>/registrationstatus/sync</c>).</summary>
    public void Announce(AnnouncedPacket packet)
    {
        if (!Takes(packet.Process))
        {
            throw new PlatformException("RPR-RGS-003", "Invalid Sync Type");
        }

        Packets.Put(packet);
        if (Packets.Find(packet.Rid) is null)
        {
            Registrations.Put(Registration.Announced(packet.Rid, "announced by a portal, packet not uploaded"));
        }
    }

    /// <summary>Takes a packet in, opened (<c>/packetreceiver/registrationpackets</c>); what is wrong with it shows at once.</summary>
    public void Receive(ReceivedPacket packet)
    {
        PacketRules.Check(packet, uin => Population.Find(uin) is not null);
        var (uin, now) = (packet.Uin!, Clock.Now);
        var registration = packet.Process is ReceivedPacket.Update ? Registration.Update(packet.Rid, uin, now, Rules.StageEvery) : Registration.Reprint(packet.Rid, uin, now, Rules.StageEvery);
        var announced = Packets.FindAnnounced(packet.Rid);
        var kept = packet with { ReceivedAt = now, EffectiveAt = now + registration.Steps[^1].After };
        if (packet.Process is ReceivedPacket.Update)
        {
            kept = kept with { EffectiveAt = now + registration.Steps.First(step => step.TypeCode is "UIN_GENERATOR").After };
        }

        if (!Packets.Add(kept))
        {
            throw new PlatformException("RPR-PKR-005", "Duplicate Request Received");
        }

        Registrations.Put(announced?.Name is { } name ? registration with { Announcement = new Announcement(name, announced.Phone, announced.Email) } : registration);
        if (packet.Process is ReceivedPacket.Update)
        {
            Population.Schedule(kept);
        }
    }

    /// <summary>The updates of a person that are received and neither in the record yet nor stopped, the oldest first.</summary>
    public IReadOnlyList<ReceivedPacket> PacketsOnTheirWay(string uin) =>
        [.. Packets.All.Where(packet => IsOnItsWay(packet) && packet.Process is ReceivedPacket.Update && string.Equals(packet.Uin, uin, StringComparison.Ordinal))];

    /// <summary>Takes an update back before it is in the record (<c>/draft/discard</c>).</summary>
    public void DiscardPacket(string rid)
    {
        if (Packets.Find(rid) is not { } packet || !IsOnItsWay(packet))
        {
            throw PlatformException.NoRecord();
        }

        Stop(packet, Registrations.Find(rid)!.StagesAt(Clock.Now)[^1].TypeCode, "REJECTED", "REJECTED", "taken back");
    }

    /// <summary>Has a packet refused in a stage, by default when its documents are looked at; false where it is not on its way.</summary>
    public bool RejectPacket(string rid, string? stage = null, string? status = null)
    {
        if (Packets.Find(rid) is not { } packet || !IsOnItsWay(packet))
        {
            return false;
        }

        var external = status is "REREGISTER" ? "REREGISTER" : "REJECTED";
        Stop(packet, stage ?? "EXTERNAL_INTEGRATION", external is "REREGISTER" ? "FAILED" : "REJECTED", external, "refused");
        return true;
    }

    /// <summary>Whether a packet is received, and neither at its end nor stopped.</summary>
    public bool IsOnItsWay(string rid) => Packets.Find(rid) is { } packet && IsOnItsWay(packet);

    private bool IsOnItsWay(ReceivedPacket packet) => !packet.IsStopped && Clock.Now < packet.EffectiveAt;

    private void Stop(ReceivedPacket packet, string stage, string stageStatus, string externalStatus, string note)
    {
        Packets.Stop(packet.Rid);
        Population.Unschedule(packet.Rid);
        Registrations.Put(Registrations.Find(packet.Rid)!.StoppedAt(Clock.Now, stage, stageStatus, externalStatus, note));
    }
}
