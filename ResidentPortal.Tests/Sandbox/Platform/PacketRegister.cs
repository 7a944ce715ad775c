using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>The packets that residents' portals announced and handed in.</summary>
public sealed class PacketRegister
{
    private readonly Kept<Content> _content = new(Content.Empty);

    /// <summary>All packets received, the oldest first.</summary>
    public IReadOnlyList<ReceivedPacket> All => [.. _content.Content.Received.Values.OrderBy(packet => packet.ReceivedAt).ThenBy(packet => packet.Rid, StringComparer.Ordinal)];

    /// <summary>All packets announced, whether or not they came.</summary>
    public IReadOnlyList<AnnouncedPacket> Announced => [.. _content.Content.Announced.Values.OrderBy(packet => packet.Rid, StringComparer.Ordinal)];

    /// <summary>A packet received; null where there is none.</summary>
    public ReceivedPacket? Find(string rid) => _content.Content.Received.GetValueOrDefault(rid);

    /// <summary>A packet announced; null where there is none.</summary>
    public AnnouncedPacket? FindAnnounced(string rid) => _content.Content.Announced.GetValueOrDefault(rid);

    /// <summary>The next sequence number of a machine; it wraps.</summary>
    internal int NextSequence(string machine) => _content.Change(content =>
    {
        var next = (content.Sequences.GetValueOrDefault(machine) % 99_999) + 1;
        return (content with { Sequences = content.Sequences.SetItem(machine, next) }, next);
    });

    internal void Put(AnnouncedPacket packet) => _content.Replace(content => content with { Announced = content.Announced.SetItem(packet.Rid, packet) });

    /// <summary>Keeps a packet; false where one of the same RID is there.</summary>
    internal bool Add(ReceivedPacket packet) => _content.Change(content => content.Received.ContainsKey(packet.Rid)
        ? (content, false)
        : (content with { Received = content.Received.Add(packet.Rid, packet) }, true));

    internal void Stop(string rid) => _content.Replace(content => content.Received.TryGetValue(rid, out var packet)
        ? content with { Received = content.Received.SetItem(rid, packet with { IsStopped = true }) }
        : content);

    internal void Clear() => _content.Replace(_ => Content.Empty);

    internal Action Remember() => _content.Remember();

    private sealed record Content(
        ImmutableDictionary<string, AnnouncedPacket> Announced, ImmutableDictionary<string, ReceivedPacket> Received, ImmutableDictionary<string, int> Sequences)
    {
        internal static readonly Content Empty = new(
            ImmutableDictionary.Create<string, AnnouncedPacket>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, ReceivedPacket>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));
    }
}
