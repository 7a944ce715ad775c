using ResidentPortal.Core.Audit;

namespace ResidentPortal;

/// <summary>What the program does on the command line instead of serving pages: <c>audit verify</c>.</summary>
internal static partial class PortalCommands
{
    /// <summary>Whether the arguments name a command.</summary>
    public static bool AreIn(string[] args) => args is ["audit", "verify", ..];

    /// <summary>Verifies the audit trail and says what was found; the exit code is 0 for a whole trail and 2 for a broken one.</summary>
    public static async Task<int> RunAsync(WebApplication app)
    {
        var verdict = (await app.Services.GetRequiredService<VerifyAuditTrail>().ExecuteAsync()).Value;
        if (verdict.Fault is AuditFault.None)
        {
            Log.Whole(app.Logger, verdict.Whole);
            return 0;
        }

        Log.Broken(app.Logger, verdict.Sequence, verdict.Fault, verdict.Whole);
        return 2;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The audit trail is whole: {Rows} rows.")]
        public static partial void Whole(ILogger logger, long rows);

        [LoggerMessage(EventId = 2, Level = LogLevel.Critical, Message = "The audit trail is broken at row {Sequence}: {Fault}. The {Rows} rows before it are whole.")]
        public static partial void Broken(ILogger logger, long sequence, AuditFault fault, long rows);
    }
}
