namespace ResidentPortal.Sandbox;

/// <summary>A change that waits in the ID repository until the registration processor is through with it.</summary>
public sealed record Draft(string Rid, DateTimeOffset CreatedAt, IReadOnlyList<string> Attributes);

/// <content>What the ID repository tells of changes of an identity.</content>
public sealed partial class PlatformState
{
    /// <summary>The change of an identity that waits, at most one (<c>GET /identity/draft/uin</c>).</summary>
    public IReadOnlyList<Draft> Drafts(string uin) => PassesUin(uin)
        ? [.. PacketsOnTheirWay(uin).Take(1).Select(packet => new Draft(packet.Rid, packet.ReceivedAt, packet.Changes))]
        : throw PlatformException.Invalid("UIN");

    /// <summary>How often the attributes that are counted may still be changed (<c>GET /identity/{id}/update-counts</c>); nobody asks whether the UIN exists.</summary>
    public IReadOnlyDictionary<string, int> UpdatesLeft(string uin)
    {
        if (!PassesUin(uin))
        {
            throw PlatformException.Invalid("individualId");
        }

        var done = Packets.All.Where(packet => packet is { Process: ReceivedPacket.Update, IsStopped: false } && packet.EffectiveAt <= Clock.Now && string.Equals(packet.Uin, uin, StringComparison.Ordinal)).ToList();
        return IdentityMapping.UpdateLimits.ToDictionary(
            limit => limit.Key, limit => Math.Max(0, limit.Value - done.Count(packet => packet.Changes.Contains(limit.Key, StringComparer.Ordinal))), StringComparer.Ordinal);
    }
}
