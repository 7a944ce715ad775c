using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>The registrations of the registration processor by RID.</summary>
public sealed class RegistrationRegister(SandboxClock clock)
{
    private readonly Kept<ImmutableDictionary<string, Registration>> _registrations =
        new(ImmutableDictionary.Create<string, Registration>(StringComparer.Ordinal));

    /// <summary>All registrations.</summary>
    public IReadOnlyList<Registration> All => [.. _registrations.Content.Values.OrderBy(entry => entry.Rid, StringComparer.Ordinal)];

    /// <summary>The registration of a RID; null for one that is not known.</summary>
    public Registration? Find(string rid) => _registrations.Content.GetValueOrDefault(rid);

    /// <summary>Adds a registration or replaces the one with the same RID.</summary>
    public void Put(Registration registration) =>
        _registrations.Replace(all => all.SetItem(registration.Rid, registration));

    /// <summary>The external status of a RID; null for one that is not known.</summary>
    public string? Status(string rid) => Find(rid)?.StatusAt(clock.Now);

    /// <summary>The transactions of a RID, oldest first; null for one that is not known.</summary>
    public IReadOnlyList<StageTransaction>? Stages(string rid) => Find(rid)?.StagesAt(clock.Now);

    /// <summary>The registrations announced with these values, newest first.</summary>
    internal IReadOnlyList<Registration> Search(string? name, string? phone, string? email) =>
        [.. _registrations.Content.Values.Where(entry => entry.Announcement?.Matches(name, phone, email) == true).OrderByDescending(entry => entry.SubmittedAt)];

    /// <summary>The UIN a processed registration led to.</summary>
    internal string? ProcessedUin(string rid) =>
        Find(rid) is { Uin: { } uin } registration
            && string.Equals(registration.StatusAt(clock.Now), "UIN_GENERATED", StringComparison.Ordinal)
            ? uin
            : null;

    internal void Put(IEnumerable<Registration> registrations) =>
        _registrations.Replace(all => all.SetItems(registrations.Select(entry => KeyValuePair.Create(entry.Rid, entry))));

    internal void Clear() => _registrations.Replace(all => all.Clear());

    internal Action Remember() => _registrations.Remember();
}
