using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Storage;
using ResidentPortal.Kiosk.Operators;

namespace ResidentPortal.Commands;

/// <summary><c>supervisor add</c>: makes the first supervisor, who then adds everybody else. The exit code is 0 where it was done, 1 where a word is missing or wrong.</summary>
internal static partial class SupervisorCommands
{
    private const int StandardInput = 0;
    private const int StandardOutput = 1;

    /// <summary>
    /// Adds a supervisor (<c>--number S001 --name "…" --centre 10001</c>) and writes a link that works once. The supervisor's own UIN is a line of standard input: arguments are
    /// seen by everybody on the machine and kept by shells.
    /// </summary>
    public static readonly PortalCommand Add = new("supervisor", "add", async (app, words) =>
    {
        // On a fresh clone the command is the first to touch the database.
        await app.Services.BringUpToDateAsync();
        await app.Services.GetServices<IHostedService>().OfType<OperatorStart>().Single().StartingAsync(CancellationToken.None);
        using var input = new StreamReader(new FileStream(new SafeFileHandle(StandardInput, ownsHandle: false), FileAccess.Read));
        await using var output = new StreamWriter(new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write));
        return await AddAsync(app.Services, app.Logger, words, input, output);
    });

    internal static async Task<int> AddAsync(IServiceProvider services, ILogger logger, string[] words, TextReader input, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var wish = new OperatorWish(Word(words, "--number"), Word(words, "--name"), Word(words, "--centre"), WorkingHours.Usual, await input.ReadLineAsync(), IsSupervisor: true);
        var added = await scope.ServiceProvider.GetRequiredService<OperatorAccounts>().AddAsync(wish);
        if (!added.Try(out var link, out var problem))
        {
            Log.NotAdded(logger, problem.Key);
            return 1;
        }

        var address = services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicAddress?.TrimEnd('/');
        await output.WriteLineAsync($"{address}{Links.KioskJoinOf(link.Token)}");
        await output.FlushAsync();
        Log.Added(logger, link.Until);
        return 0;
    }

    private static string? Word(string[] words, string name) => Array.IndexOf(words, name) is >= 0 and var place && place + 1 < words.Length ? words[place + 1] : null;

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The supervisor was added. The link above works once, until {Until:u}: whoever opens it chooses how to sign in.")]
        public static partial void Added(ILogger logger, DateTimeOffset until);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Nobody was added: {Problem}. Give --number, --name and --centre, and the supervisor's own UIN as a line of standard input.")]
        public static partial void NotAdded(ILogger logger, string problem);
    }
}
