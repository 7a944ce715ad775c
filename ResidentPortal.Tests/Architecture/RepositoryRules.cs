using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Architecture;

/// <summary>The rules that are judged on files: their places, their length and their words. Each judge is a function, so that a specimen can stand before it.</summary>
public sealed partial class RepositoryRules
{
    private const int LongestPage = 150;
    private const int LongestComponent = 60;

    private static readonly string[] ForbiddenFolders = ["Common", "Shared", "Utils", "Helpers", "Services", "Models", "Dtos", "Interfaces", "Extensions"];

    private static readonly string[] AllowedAtRoot =
    [
        "README.md", "ResidentPortal.sln", "appsettings.Development.json", "ResidentPortal", "ResidentPortal.Core", "ResidentPortal.Tests", "docs", "deploy",
        ".ci", ".editorconfig", ".gitignore", ".gitattributes", "global.json", "Directory.Build.props", "Directory.Packages.props", "LICENSE",
    ];

    // What git and tools leave beside the files of the repository; none of it is committed.
    private static readonly string[] LeftByTools = [".git", ".vs", ".idea", ".vscode", "artifacts", "TestResults", "bin", "obj"];

    [Fact]
    public void R13_Neither_portal_nor_core_names_the_sandbox()
    {
        var sources = Sources("cs", "razor", "resx", "js", "css").ToList();
        sources.Count.ShouldBeGreaterThan(100);
        sources.SelectMany(file => NamesOfSandbox(file, House.Lines(file))).ShouldBeEmpty();
        House.Core.Concat(House.Portal).SelectMany(type => type.References).ShouldNotContain(reference => reference.Assembly == "ResidentPortal.Sandbox");
    }

    [Fact]
    public void R13_Only_a_debug_build_refers_to_the_sandbox()
    {
        House.Text("ResidentPortal.Core/ResidentPortal.Core.csproj").ShouldNotContain("Sandbox");
        var groups = System.Xml.Linq.XDocument.Load(Path.Combine(House.Root, "ResidentPortal/ResidentPortal.csproj")).Descendants("ItemGroup")
            .Where(group => group.Elements("ProjectReference").Any(reference => ((string)reference.Attribute("Include")!).Contains("Sandbox", StringComparison.Ordinal)));
        groups.ShouldHaveSingleItem().Attribute("Condition")!.Value.ShouldBe("'$(Configuration)' == 'Debug'");
    }

    [Theory]
    [InlineData("ResidentPortal/Program.cs", "using ResidentPortal.Sandbox;")]
    [InlineData("ResidentPortal.Core/Otp/CodeDesk.cs", "    // The sandbox sends no SMS.")]
    public void R13_catches_its_specimen(string file, string line) => NamesOfSandbox(file, [line]).ShouldHaveSingleItem();

    [Fact]
    public void Pages_and_their_code_are_short()
    {
        var files = Sources("razor", "razor.cs").ToList();
        files.Count.ShouldBeGreaterThan(30);
        files.SelectMany(file => TooLong(file, House.Lines(file).Length)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ResidentPortal/Pages/Locks/LocksPage.razor", 151)]
    [InlineData("ResidentPortal/Pages/Locks/LocksPage.razor.cs", 151)]
    [InlineData("ResidentPortal/Components/More.razor", 61)]
    public void A_page_that_is_too_long_is_caught(string file, int lines) => TooLong(file, lines).ShouldHaveSingleItem();

    [Fact]
    public void A_class_that_a_page_names_is_known_to_a_stylesheet_or_a_script()
    {
        var pages = Sources("razor").ToList();
        pages.Count.ShouldBeGreaterThan(100);
        var looks = KnownLooks();
        pages.SelectMany(file => UnknownClasses(file, House.Text(file), looks)).ShouldBeEmpty();
    }

    [Fact]
    public void A_class_that_nobody_knows_is_caught() =>
        UnknownClasses("ResidentPortal/Pages/Locks/LocksPage.razor", "<ul class=\"tasks bare\">", KnownLooks()).ShouldBe(["ResidentPortal/Pages/Locks/LocksPage.razor: bare"]);

    [Fact]
    public void No_folder_is_a_drawer_for_everything()
    {
        var files = Sources("cs", "razor").Concat(House.FilesUnder("ResidentPortal.Tests").Where(file => !file.Contains("/Sandbox/", StringComparison.Ordinal))).ToList();
        files.ShouldNotBeEmpty();
        files.SelectMany(Drawers).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ResidentPortal.Core/Common/Thing.cs")]
    [InlineData("ResidentPortal/Pages/Helpers/Thing.cs")]
    public void A_drawer_for_everything_is_caught(string file) => Drawers(file).ShouldHaveSingleItem();

    [Fact]
    public void The_root_holds_nothing_but_what_it_must()
    {
        var entries = Directory.EnumerateFileSystemEntries(House.Root).Select(entry => Path.GetFileName(entry)!).ToList();
        entries.ShouldContain("ResidentPortal.sln");
        NotAllowedAtRoot(entries).ShouldBeEmpty();
    }

    [Fact]
    public void A_stray_file_at_the_root_is_caught() => NotAllowedAtRoot(["ResidentPortal.sln", "NOTES.md"]).ShouldBe(["NOTES.md"]);

    private static IEnumerable<string> Sources(params string[] endings) => House.FilesUnder("ResidentPortal").Concat(House.FilesUnder("ResidentPortal.Core"))
        .Where(file => endings.Any(ending => file.EndsWith("." + ending, StringComparison.Ordinal)));

    // One line is about the directive of that name in a content security policy.
    private static IEnumerable<string> NamesOfSandbox(string file, IEnumerable<string> lines) => lines
        .Where(line => line.Contains("sandbox", StringComparison.OrdinalIgnoreCase) && !line.Contains("'unsafe-inline'; sandbox\"", StringComparison.Ordinal))
        .Select(line => $"{file}: {line.Trim()}");

    private static IEnumerable<string> TooLong(string file, int lines)
    {
        var most = file.StartsWith("ResidentPortal/Components/", StringComparison.Ordinal) ? LongestComponent : LongestPage;
        return lines > most ? [$"{file} has {lines} lines, at most {most}"] : [];
    }

    // A kind of button or notice may have the look of them all.
    private static IEnumerable<string> UnknownClasses(string file, string page, HashSet<string> looks) => ClassesOf().Matches(page)
        .SelectMany(match => match.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(name => !name.StartsWith("button-", StringComparison.Ordinal) && !name.StartsWith("notice-", StringComparison.Ordinal) && !looks.Contains(name))
        .Select(name => $"{file}: {name}");

    private static HashSet<string> KnownLooks() => Sources("css", "js").SelectMany(file => LooksOf().Matches(House.Text(file))).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);

    // What is worked out in part is left to the eye.
    [GeneratedRegex("class=\"(?<names>[^\"@]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ClassesOf();

    [GeneratedRegex(@"\.(?<name>[a-z][a-z0-9-]*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LooksOf();

    private static IEnumerable<string> Drawers(string file) => file.Split('/')[..^1].Where(folder => ForbiddenFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)).Select(_ => file);

    private static IEnumerable<string> NotAllowedAtRoot(IEnumerable<string> entries) => entries.Except(AllowedAtRoot, StringComparer.Ordinal).Except(LeftByTools, StringComparer.Ordinal);
}
