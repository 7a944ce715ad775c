using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using ResidentPortal.Tests.World;

namespace ResidentPortal.Tests.Publishing;

/// <summary>The published portal as a process of its own, configured by environment variables alone.</summary>
internal sealed class PublishedPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private PublishedPortal(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { "ResidentPortal.dll" } };

        // What the tests themselves were started with is not the portal's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal) || name is "DOTNET_ENVIRONMENT").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The portal stopped: {Console}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything the portal wrote to its console so far.</summary>
    public string Console => string.Join('\n', _lines);

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>What a whole configuration holds; a test takes away or adds to it.</summary>
    public static Dictionary<string, string> Settings(string database, string platform) => new(StringComparer.Ordinal)
    {
        ["Portal:PublicAddress"] = "http://localhost",
        ["Storage:Path"] = database,
        ["Keys:Lookup:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Keys:Wrapping:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["CardKeys:Signing"] = CardPem.Any,
        ["Mosip:BaseUrl"] = platform,
        ["Mosip:ClientSecret"] = "of-this-test",
    };

    public static PublishedPortal Start(PublishedFolder folder, IReadOnlyDictionary<string, string> settings) => new(folder.Output, settings);

    /// <summary>Where the portal listens, as soon as it does.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(Patience);

    /// <summary>Waits for the portal to end by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        _address.Task.Exception?.Handle(_ => true);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (AddressIn(line) is { } address)
        {
            _address.TrySetResult(new Uri(address));
        }
    }

    // One JSON object a line: the words stand in the template, the address in a property.
    private static string? AddressIn(string line) => line.Contains("Now listening on", StringComparison.Ordinal) && line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is var start and >= 0
        ? line[start..line.IndexOf('"', start)]
        : null;
}
