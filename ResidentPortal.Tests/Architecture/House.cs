using Mono.Cecil;

namespace ResidentPortal.Tests.Architecture;

/// <summary>What the rules look at: the compiled types of portal and core, the specimens that break the rules, and the files of the repository.</summary>
internal static class House
{
    /// <summary>Specimens stand in the tests; without this in front of their names they stand where the rule looks.</summary>
    private const string SpecimensIn = "ResidentPortal.Tests.Architecture.Specimens.";

    private static readonly Lazy<IReadOnlyList<HouseType>> LazyCore = new(() => Read(typeof(ResidentPortal.Core.CoreServices)));
    private static readonly Lazy<IReadOnlyList<HouseType>> LazyPortal = new(() => Read(typeof(ResidentPortal.PortalServices)));
    private static readonly Lazy<IReadOnlyList<HouseType>> LazySpecimens = new(() => Read(typeof(House), SpecimensIn));

    public static IReadOnlyList<HouseType> Core => LazyCore.Value;

    public static IReadOnlyList<HouseType> Portal => LazyPortal.Value;

    public static IReadOnlyList<HouseType> Specimens => LazySpecimens.Value;

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static string NameOf(string name) =>
        name.StartsWith(SpecimensIn, StringComparison.Ordinal) ? "ResidentPortal." + name[SpecimensIn.Length..] : name;

    /// <summary>The source files under a folder, by their paths from the root with slashes; never what a build or a run left behind.</summary>
    public static IEnumerable<string> FilesUnder(string folder)
    {
        string[] left = ["bin", "obj", "state", "artifacts", "TestResults"];
        return Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/')[..^1].Any(part => left.Contains(part, StringComparer.Ordinal)))
            .Where(file => !file.StartsWith("ResidentPortal/wwwroot/mud/", StringComparison.Ordinal));
    }

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static List<HouseType> Read(Type inside, string prefix = "ResidentPortal")
    {
        var assembly = AssemblyDefinition.ReadAssembly(inside.Assembly.Location);
        return [.. assembly.MainModule.Types
            .Where(type => (type.Namespace + ".").StartsWith(prefix, StringComparison.Ordinal) || type.Name is "Program")
            .Where(type => !type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute"))
            .Select(type => new HouseType(type))];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ResidentPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository: no ResidentPortal.sln above them.");
    }
}
