using System.Collections.Immutable;
using System.Globalization;

namespace ResidentPortal.Sandbox;

/// <summary>The residents the platform knows: 24 demo residents, and as many generated ones as a load test asks for.</summary>
public sealed class SandboxPopulation(Random random, SandboxClock clock)
{
    private readonly Kept<Content> _content = new(Content.Demo);

    /// <summary>The resident the start-up text invites to sign in with.</summary>
    public Resident Demo => DemoResidents.All[0];

    /// <summary>Everyone, the demo residents first.</summary>
    public IReadOnlyList<Resident> Residents => Settled().Residents;

    /// <summary>The resident with a UIN.</summary>
    public Resident? Find(string uin) => Settled().ByUin.GetValueOrDefault(uin);

    /// <summary>Adds a resident of a test's own, or replaces the one with the same UIN.</summary>
    internal void Put(Resident resident) => _content.Replace(content => content.With(resident));

    internal IReadOnlyList<Resident> Generate(int count) => _content.Change(content =>
    {
        var added = new List<Resident>(count);
        var taken = content.ByUin.ToBuilder();
        while (added.Count < count)
        {
            var uin = IdentifierRules.NextUin(random);
            if (!taken.ContainsKey(uin))
            {
                var resident = Generated(uin, content.Residents.Count + added.Count);
                taken.Add(uin, resident);
                added.Add(resident);
            }
        }

        return (content with { Residents = content.Residents.AddRange(added), ByUin = taken.ToImmutable() }, added);
    });

    /// <summary>Has a packet change its person when its time has come.</summary>
    internal void Schedule(ReceivedPacket packet) => _content.Replace(content => content with { Due = content.Due.Add(packet) });

    internal void Unschedule(string rid) =>
        _content.Replace(content => content with { Due = content.Due.RemoveAll(packet => string.Equals(packet.Rid, rid, StringComparison.Ordinal)) });

    internal Action Remember() => _content.Remember();

    internal void Reset() => _content.Replace(_ => Content.Demo);

    private Resident Generated(string uin, int ordinal) => new()
    {
        Uin = uin,
        Vid = IdentifierRules.NextVid(random),
        Rid = string.Create(CultureInfo.InvariantCulture, $"10009{20000 + (ordinal / 100_000):D5}{ordinal % 100_000:D5}20250401093015"),
        Names = new OrderedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["eng"] = string.Create(CultureInfo.InvariantCulture, $"Resident Number {ordinal}"),
            ["fra"] = string.Create(CultureInfo.InvariantCulture, $"Résident numéro {ordinal}"),
        },
        BornOn = new DateOnly(1950, 1, 1).AddDays(ordinal % 18_000),
        IsFemale = ordinal % 2 == 0,
        Phone = string.Create(CultureInfo.InvariantCulture, $"97{ordinal:D8}"),
        Email = string.Create(CultureInfo.InvariantCulture, $"resident{ordinal}@example.org"),
        Note = "generated",
    };

    // Nothing runs between the calls: what has become due is done at the next look.
    private Content Settled()
    {
        var now = clock.Now;
        return _content.Content is var content && content.Due.TrueForAll(packet => packet.EffectiveAt > now)
            ? content
            : _content.Change(all =>
            {
                var settled = all.SettledAt(now);
                return (settled, settled);
            });
    }

    private sealed record Content(ImmutableList<Resident> Residents, ImmutableDictionary<string, Resident> ByUin, ImmutableList<ReceivedPacket> Due)
    {
        internal static readonly Content Demo = new(
            [.. DemoResidents.All],
            DemoResidents.All.ToImmutableDictionary(resident => resident.Uin, StringComparer.Ordinal),
            []);

        internal Content With(Resident resident) => this with
        {
            Residents = (ByUin.TryGetValue(resident.Uin, out var old) ? Residents.Remove(old) : Residents).Add(resident),
            ByUin = ByUin.SetItem(resident.Uin, resident),
        };

        internal Content SettledAt(DateTimeOffset now) => Due.Where(packet => packet.EffectiveAt <= now).OrderBy(packet => packet.EffectiveAt)
            .Aggregate(this with { Due = Due.RemoveAll(packet => packet.EffectiveAt <= now) }, (content, packet) => content.Changed(packet));

        private Content Changed(ReceivedPacket packet)
        {
            var before = ByUin[packet.Uin!];
            var after = IdentityChange.Apply(before, packet);
            return this with { Residents = Residents.Replace(before, after), ByUin = ByUin.SetItem(after.Uin, after) };
        }
    }
}
