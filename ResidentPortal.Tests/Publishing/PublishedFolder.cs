using System.Diagnostics;
using ResidentPortal.Tests.Architecture;
using Xunit;

namespace ResidentPortal.Tests.Publishing;

/// <summary>The portal as it ships: published once for Release, with a place of its own for what the build leaves behind.</summary>
public sealed class PublishedFolder : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-published-").FullName;

    public string Output => Path.Combine(_folder, "output");

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = House.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "publish", "ResidentPortal", "-c", "Release", "-r", "linux-x64", "--no-self-contained", "-o", Output, "--artifacts-path", Path.Combine(_folder, "artifacts"), "-nodeReuse:false", "--nologo", "-v", "quiet",
            },
        };
        using var publish = Process.Start(start)!;
        var errors = publish.StandardError.ReadToEndAsync();
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException($"The portal does not publish: {output}{await errors}");
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tests of the published portal share one publishing, and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedTests : ICollectionFixture<PublishedFolder>
{
    public const string Name = "The published portal";
}
