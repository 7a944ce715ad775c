using System.Collections.Immutable;
using System.Globalization;

namespace ResidentPortal.Sandbox;

/// <summary>A machine that makes packets, known by the key it signs with.</summary>
public sealed record Machine(string Id, string Name, string SignPublicKey, string CentreId, string SpecId, string ZoneCode, bool IsActive, DateTimeOffset CreatedAt);

/// <summary>The machines of master data. On the newer platform one that a portal adds is not active until it is switched on.</summary>
public sealed class MachineRegister(SandboxProfile profile)
{
    private const int First = 10080;

    private readonly Kept<ImmutableList<Machine>> _machines = new([]);

    /// <summary>All machines.</summary>
    public IReadOnlyList<Machine> All => _machines.Content;

    /// <summary>The machine of an id; null where there is none.</summary>
    public Machine? Find(string id) => _machines.Content.Find(machine => string.Equals(machine.Id, id, StringComparison.Ordinal));

    internal Machine Add(string name, string signPublicKey, string centreId, string specId, string zoneCode, DateTimeOffset now) => _machines.Change(all =>
    {
        var machine = new Machine(
            (First + all.Count).ToString(CultureInfo.InvariantCulture), name, signPublicKey, centreId, specId, zoneCode, IsActive: profile == SandboxProfile.V1_2_0_1, now);
        return (all.Add(machine), machine);
    });

    internal bool Activate(string id, bool isActive) => _machines.Change(all => all.Find(machine => string.Equals(machine.Id, id, StringComparison.Ordinal)) is { } machine
        ? (all.Replace(machine, machine with { IsActive = isActive }), true)
        : (all, false));

    internal void Clear() => _machines.Replace(all => all.Clear());

    internal Action Remember() => _machines.Remember();
}
