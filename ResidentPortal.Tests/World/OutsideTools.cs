using System.Diagnostics;
using System.Text;

namespace ResidentPortal.Tests.World;

/// <summary>
/// The tools of others that tests look through: found, or on Debian as root installed once. What cannot be had fails the test that needs it, in a sentence.
/// </summary>
internal static class OutsideTools
{
    // Chromium without its windows: a new visitor costs it half of what it costs the whole browser.
    private const string WithoutWindows = "chromium-headless-shell";

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge"];
    private static readonly SemaphoreSlim Installing = new(1, 1);
    private static readonly (string Tool, string Package)[] Readers = [("qpdf", "qpdf"), ("pdftotext", "poppler-utils"), ("pdftoppm", "poppler-utils"), ("pdfinfo", "poppler-utils"), ("zbarimg", "zbar-tools")];
    private static bool _areToolsThere;

    /// <summary>
    /// The path of a Chromium: <c>PORTAL_TEST_BROWSER</c>, then one without windows on the path, then a whole one. Null leaves it to Playwright to start its own.
    /// </summary>
    public static async Task<string?> FindBrowserAsync()
    {
        var whole = await FindWholeBrowserAsync();
        return string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PORTAL_TEST_BROWSER")) ? OnPath(WithoutWindows) ?? whole : whole;
    }

    /// <summary>The path of a whole Chromium, with its viewer of files: <c>PORTAL_TEST_BROWSER</c>, then one on the path. Null leaves it to Playwright to start its own.</summary>
    public static async Task<string?> FindWholeBrowserAsync()
    {
        if (Environment.GetEnvironmentVariable("PORTAL_TEST_BROWSER") is { Length: > 0 } stated)
        {
            return File.Exists(stated) ? stated : throw new OutsideToolMissingException($"PORTAL_TEST_BROWSER names {stated}, and there is no such file.");
        }

        await EnsureAsync();
        return OnPath(Browsers) is null && PlaywrightsOwn() is null
            ? throw new OutsideToolMissingException("The journeys need a Chromium: install chromium, Google Chrome or Microsoft Edge, or name one in PORTAL_TEST_BROWSER.")
            : OnPath(Browsers);
    }

    /// <summary>The path of a tool that reads files, such as <c>qpdf</c>; or the sentence that says what to install.</summary>
    public static async Task<string> FindAsync(string tool)
    {
        await EnsureAsync();
        return OnPath(tool) ?? throw new OutsideToolMissingException(
            $"This test looks through {tool}, which is not here: install the package {Readers.Single(reader => string.Equals(reader.Tool, tool, StringComparison.Ordinal)).Package}.");
    }

    private static async Task EnsureAsync()
    {
        await Installing.WaitAsync();
        try
        {
            if (!_areToolsThere)
            {
                await InstallMissingAsync();
                _areToolsThere = true;
            }
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task InstallMissingAsync()
    {
        List<string> packages = [];
        var needsBrowser = OnPath(Browsers) is null && PlaywrightsOwn() is null;

        // Without them a machine shows squares for Arabic, and widths are measured of squares.
        if (OperatingSystem.IsLinux() && !Directory.Exists("/usr/share/fonts/truetype/noto"))
        {
            packages.Add("fonts-noto-core");
        }

        packages.AddRange(Readers.Where(reader => OnPath(reader.Tool) is null).Select(reader => reader.Package).Distinct(StringComparer.Ordinal));
        if ((packages.Count == 0 && !needsBrowser) || !File.Exists("/etc/debian_version") || !string.Equals(Environment.UserName, "root", StringComparison.Ordinal))
        {
            return;
        }

        await RunAsync("apt-get", "update", "-qq");
        if (needsBrowser)
        {
            packages.Add("chromium");
            packages.AddRange((await AskAtAsync("apt-cache", ["show", WithoutWindows])).ExitCode == 0 ? [WithoutWindows] : []);
        }

        await RunAsync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. packages]);
    }

    /// <summary>What a tool answers.</summary>
    public static async Task<ToolAnswer> AskAsync(string tool, params string[] arguments) => await AskAtAsync(await FindAsync(tool), arguments);

    private static async Task RunAsync(string command, params string[] arguments)
    {
        var answer = await AskAtAsync(command, arguments);
        if (answer.ExitCode != 0)
        {
            throw new OutsideToolMissingException($"A tool of the tests cannot be installed: {command} {string.Join(' ', arguments)} answered {answer.ExitCode}. {answer.Errors}");
        }
    }

    private static async Task<ToolAnswer> AskAtAsync(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start) ?? throw new OutsideToolMissingException($"{command} cannot be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        var text = await output;
        await process.WaitForExitAsync();
        return new ToolAnswer(process.ExitCode, text, errors);
    }

    private static string? OnPath(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe" } : [string.Empty];
        return names.SelectMany(name => folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))).FirstOrDefault(File.Exists);
    }

    private static string? PlaywrightsOwn()
    {
        var folder = Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "ms-playwright");
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, "chromium*").FirstOrDefault() : null;
    }
}

/// <summary>What a tool said.</summary>
internal sealed record ToolAnswer(int ExitCode, string Output, string Errors);

/// <summary>A tool is missing that a test cannot do without.</summary>
public sealed class OutsideToolMissingException(string sentence) : Exception(sentence);
