namespace ResidentPortal.Sandbox;

/// <summary>Runs the sandbox alone, set up by <c>Sandbox:*</c> from the environment (<c>Sandbox__Url</c>) and the command line.</summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(arguments).Build();
        await using var sandbox = new SandboxApp(SandboxOptions.From(configuration));
        await sandbox.StartAsync();
        Greeting.Write(sandbox, []);
        await sandbox.WaitForShutdownAsync();
    }
}
