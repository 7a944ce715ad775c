using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Win32.SafeHandles;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Commands;

/// <summary><c>grievances list</c>, <c>take</c> and <c>answer</c>: what the staff of the authority does with reported problems. The exit code is 0 where it was done, 1 where a word is missing or wrong, else 2.</summary>
internal static partial class GrievanceCommands
{
    /// <summary>Writes the open reports, one line of JSON each, to standard output.</summary>
    public static readonly PortalCommand List = new("grievances", "list", async (app, _) =>
    {
        await using var output = new StreamWriter(new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write));
        return await ListAsync(app.Services, output);
    });

    /// <summary>Notes that somebody is at the report that is named.</summary>
    public static readonly PortalCommand Take = new("grievances", "take", (app, words) => TakeAsync(app.Services, app.Logger, words));

    /// <summary>Answers the report that is named with the text of a file, or of standard input where the file is called <c>-</c>.</summary>
    public static readonly PortalCommand Answer = new("grievances", "answer", async (app, words) =>
    {
        using var input = words is [_, not "-", ..] ? null : new StreamReader(new FileStream(new SafeFileHandle(StandardInput, ownsHandle: false), FileAccess.Read));
        return await AnswerAsync(app.Services, app.Logger, words, input);
    });

    private const int StandardInput = 0;
    private const int StandardOutput = 1;

    // Letters of every script stand as they are; nothing reads these lines as markup.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static async Task<int> ListAsync(IServiceProvider services, TextWriter output)
    {
        foreach (var grievance in (await services.GetRequiredService<ListOpenGrievances>().ExecuteAsync()).Value)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(grievance, Json));
        }

        await output.FlushAsync();
        return 0;
    }

    internal static async Task<int> TakeAsync(IServiceProvider services, ILogger logger, string[] words) =>
        words is [var ticket] && Guid.TryParse(ticket, out var id)
            ? Said(logger, (await services.GetRequiredService<TakeGrievance>().ExecuteAsync(id)).Problem)
            : Misspelt(logger);

    internal static async Task<int> AnswerAsync(IServiceProvider services, ILogger logger, string[] words, TextReader? input)
    {
        if (words is not [var ticket, var file] || !Guid.TryParse(ticket, out var id) || (input is null && !File.Exists(file)))
        {
            return Misspelt(logger);
        }

        var text = input is null ? await File.ReadAllTextAsync(file) : await input.ReadToEndAsync();
        return Said(logger, (await services.GetRequiredService<AnswerGrievance>().ExecuteAsync(id, text)).Problem);
    }

    private static int Misspelt(ILogger logger)
    {
        Log.Misspelt(logger);
        return 1;
    }

    private static int Said(ILogger logger, Problem? problem)
    {
        if (problem is not null)
        {
            Log.NotDone(logger, problem.Key);
        }

        return problem is null ? 0 : 2;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Nothing was done: {Problem}.")]
        public static partial void NotDone(ILogger logger, string problem);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Nothing was done. Name the ticket, and for an answer a file that is there, or - for standard input.")]
        public static partial void Misspelt(ILogger logger);
    }
}
