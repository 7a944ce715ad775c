using Microsoft.AspNetCore.Components;
using ResidentPortal.Tests.Texts;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Architecture;

/// <summary>What circuits must not do, as the sources have it.</summary>
public sealed class CircuitRules
{
    [Fact]
    public void S_24_No_page_puts_anything_but_an_id_into_the_persisted_state_of_its_circuit()
    {
        var sources = Sources();
        sources.Count.ShouldBeGreaterThan(50);
        sources.Where(source => source.Text.Contains("PersistentComponentState", StringComparison.Ordinal)).Select(source => source.Name).ShouldBeEmpty();
        var persisted = typeof(Links).Assembly.GetTypes().SelectMany(type => type.GetProperties()).Where(property => property.IsDefined(typeof(PersistentStateAttribute), inherit: true)).ToList();
        persisted.ShouldNotBeEmpty();
        persisted.Where(property => property.PropertyType != typeof(Guid?)).Select(property => $"{property.DeclaringType}.{property.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void S_30_No_interactive_page_knows_the_request_and_nobody_reaches_for_it_sideways()
    {
        var sources = Sources();
        sources.Where(source => source.Text.Contains("IHttpContextAccessor", StringComparison.Ordinal)).Select(source => source.Name).ShouldBeEmpty();
        var interactive = sources.Where(source => source.Name.StartsWith("HomePage", StringComparison.Ordinal) || source.Name.StartsWith("LocksPage", StringComparison.Ordinal)).ToList();
        interactive.Count.ShouldBe(4);
        interactive.Where(source => source.Text.Contains("HttpContext", StringComparison.Ordinal)).Select(source => source.Name).ShouldBeEmpty();
    }

    [Fact]
    public void S_39_The_stream_of_a_circuit_is_not_compressed() =>
        Sources().Single(source => string.Equals(source.Name, "PortalPipeline.cs", StringComparison.Ordinal)).Text.ShouldContain("DisableWebSocketCompression = true");

    private static List<(string Name, string Text)> Sources() => Directory.EnumerateFiles(Path.Combine(TextFile.Root, "ResidentPortal"), "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => (Path.GetFileName(file), File.ReadAllText(file))).ToList();
}
