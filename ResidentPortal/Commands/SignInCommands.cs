using Microsoft.Win32.SafeHandles;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Commands;

/// <summary><c>sign-ins list</c> and <c>sign-ins end</c>: what the staff of the authority does about people who are signed in.</summary>
internal static partial class SignInCommands
{
    private const int StandardInput = 0;

    /// <summary>Says how many are signed in; numbers of all together.</summary>
    public static readonly PortalCommand List = new("sign-ins", "list", ListAsync);

    /// <summary>Ends every sign-in of one person. The number is a line of standard input: arguments are seen by everybody on the machine and kept by shells.</summary>
    public static readonly PortalCommand End = new("sign-ins", "end", async (app, _) =>
    {
        using var input = new StreamReader(new FileStream(new SafeFileHandle(StandardInput, ownsHandle: false), FileAccess.Read));
        return await EndAsync(app.Services, app.Logger, input);
    });

    /// <summary>The exit code is 0 where they were ended, 1 where the line is no number, and 2 where the person could not be found.</summary>
    internal static async Task<int> EndAsync(IServiceProvider services, ILogger logger, TextReader input)
    {
        if (!IndividualId.TryParse(await input.ReadLineAsync(), out var individualId))
        {
            Log.NoNumber(logger);
            return 1;
        }

        var ended = await services.GetRequiredService<EndSignInsOfPerson>().ExecuteAsync(individualId);
        if (ended.Problem is { } problem)
        {
            Log.NotFound(logger, problem.Key);
            return 2;
        }

        Log.Ended(logger, ended.Value);
        return 0;
    }

    private static async Task<int> ListAsync(WebApplication app, string[] words)
    {
        var counts = (await app.Services.GetRequiredService<CountSignIns>().ExecuteAsync()).Value;
        Log.Counted(app.Logger, counts.SignIns, counts.People, counts.Shared);
        return 0;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{SignIns} sign-ins of {People} people are open, {Shared} of them on shared devices.")]
        public static partial void Counted(ILogger logger, int signIns, int people, int shared);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "{SignIns} sign-ins were ended. Pages that are open leave within seconds, and the person is told.")]
        public static partial void Ended(ILogger logger, int signIns);

        [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The first line of standard input is neither a UIN nor a VID. Nothing was ended.")]
        public static partial void NoNumber(ILogger logger);

        [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "The person behind the VID could not be found: {Problem}. Nothing was ended.")]
        public static partial void NotFound(ILogger logger, string problem);
    }
}
