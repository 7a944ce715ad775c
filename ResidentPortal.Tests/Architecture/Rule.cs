using Shouldly;

namespace ResidentPortal.Tests.Architecture;

/// <summary>A rule of the house: which types it judges, and what it finds wrong with one of them.</summary>
internal sealed record Rule(Func<HouseType, bool> Concerns, Func<HouseType, IEnumerable<string>> Faults)
{
    /// <summary>A rule about what types may name.</summary>
    public static Rule Forbids(Func<HouseType, bool> concerns, Func<HouseType, Reference, bool> forbidden) =>
        new(concerns, type => type.References.Where(reference => forbidden(type, reference)).Select(reference => $"names {reference.Type}"));

    /// <summary>Judges; a rule that finds nothing to judge has not looked.</summary>
    public void Judge(params IEnumerable<HouseType> types)
    {
        var subjects = types.Where(Concerns).ToList();
        subjects.ShouldNotBeEmpty("The rule found nothing to judge.");
        FaultsIn(subjects).ShouldBeEmpty();
    }

    /// <summary>What is wrong, in lines that name the type.</summary>
    public IReadOnlyList<string> FaultsIn(IEnumerable<HouseType> types) =>
        [.. types.Where(Concerns).SelectMany(type => Faults(type).Select(fault => $"{type.FullName} {fault}")).Order(StringComparer.Ordinal)];
}
