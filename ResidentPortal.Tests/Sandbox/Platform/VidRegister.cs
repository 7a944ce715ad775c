using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>A VID as the ID repository keeps it.</summary>
public sealed record VidRecord(string Vid, string Uin, VidPolicy Policy, string Status, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>The expiry of a VID that does not expire.</summary>
    public static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 59, 59, 100, TimeSpan.Zero);

    /// <summary>The order of creation, which decides who is the oldest when the clock did not move.</summary>
    internal int Serial { get; init; }

    /// <summary>Whether the VID can be used at this time.</summary>
    public bool IsUsableAt(DateTimeOffset now) => string.Equals(Status, "ACTIVE", StringComparison.Ordinal) && ExpiresAt > now;
}

/// <summary>The answer to a change of a VID's status: the new status, and the VID that took its place when the policy restores.</summary>
public sealed record VidChange(string Status, VidRecord? Restored);

/// <summary>The VIDs of the ID repository, created and ended by the policy of their type.</summary>
public sealed class VidRegister(SandboxClock clock, SandboxProfile profile, Random random)
{
    private static readonly string[] Statuses = ["ACTIVE", "REVOKED", "EXPIRED", "USED", "INVALIDATED", "DEACTIVATED"];

    private readonly Kept<ImmutableDictionary<string, VidRecord>> _vids =
        new(ImmutableDictionary.Create<string, VidRecord>(StringComparer.Ordinal));

    /// <summary>The policies in force.</summary>
    public IReadOnlyList<VidPolicy> Policies { get; } = VidPolicy.For(profile);

    /// <summary>The policy of a type, whatever its case.</summary>
    public VidPolicy? Policy(string? vidType) =>
        Policies.FirstOrDefault(policy => string.Equals(policy.VidType, vidType, StringComparison.OrdinalIgnoreCase));

    /// <summary>A VID whatever its status.</summary>
    public VidRecord? Find(string vid) => _vids.Content.GetValueOrDefault(vid);

    /// <summary>The usable VIDs of a UIN, oldest first.</summary>
    public IReadOnlyList<VidRecord> Usable(string uin) => Usable(_vids.Content.Values, uin);

    internal VidRecord Create(string uin, VidPolicy policy) => _vids.Change(vids =>
    {
        var held = Usable(vids.Values, uin).Where(vid => vid.Policy == policy).ToList();
        if (held.Count >= policy.InstancesAllowed)
        {
            if (held.Count > policy.InstancesAllowed || !policy.AutoRestoreAllowed)
            {
                throw new PlatformException("IDR-VID-003", "Could not generate/regenerate VID as per policy");
            }

            // The platform says nothing of the VID that the new one pushes out.
            vids = vids.SetItem(held[0].Vid, held[0] with { Status = policy.RestoreOnAction });
        }

        var created = New(vids, uin, policy);
        return (vids.Add(created.Vid, created), created);
    });

    internal VidChange ChangeStatus(VidRecord vid, string status) => _vids.Change(vids =>
    {
        if (!Statuses.Contains(status, StringComparer.Ordinal))
        {
            throw PlatformException.Invalid("vidStatus");
        }

        var isUnlimited = string.Equals(status, "USED", StringComparison.Ordinal) && vid.Policy.TransactionsAllowed is null;
        vids = isUnlimited ? vids : vids.SetItem(vid.Vid, vid with { Status = status });
        if (!vid.Policy.AutoRestoreAllowed || !string.Equals(vid.Policy.RestoreOnAction, status, StringComparison.Ordinal))
        {
            return (vids, new VidChange(status, Restored: null));
        }

        var restored = New(vids, vid.Uin, vid.Policy);
        return (vids.Add(restored.Vid, restored), new VidChange(status, restored));
    });

    internal void Seed(VidRecord vid) => _vids.Replace(vids => vids.SetItem(vid.Vid, vid));

    internal void Seed(IEnumerable<VidRecord> records) =>
        _vids.Replace(vids => vids.SetItems(records.Select(vid => KeyValuePair.Create(vid.Vid, vid))));

    internal void Clear() => _vids.Replace(vids => vids.Clear());

    internal Action Remember() => _vids.Remember();

    private IReadOnlyList<VidRecord> Usable(IEnumerable<VidRecord> vids, string uin) =>
    [
        .. vids.Where(vid => string.Equals(vid.Uin, uin, StringComparison.Ordinal) && vid.IsUsableAt(clock.Now))
            .OrderBy(vid => vid.CreatedAt).ThenBy(vid => vid.Serial),
    ];

    private VidRecord New(ImmutableDictionary<string, VidRecord> vids, string uin, VidPolicy policy)
    {
        string number;
        do
        {
            number = IdentifierRules.NextVid(random);
        }
        while (vids.ContainsKey(number));

        var expiry = policy.ValidForMinutes is { } minutes ? clock.Now.AddMinutes(minutes) : VidRecord.Never;
        return new VidRecord(number, uin, policy, "ACTIVE", clock.Now, expiry) { Serial = vids.Count };
    }
}
