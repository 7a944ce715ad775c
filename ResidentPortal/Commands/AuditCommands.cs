using ResidentPortal.Core.Audit;

namespace ResidentPortal.Commands;

/// <summary><c>audit verify</c>: reads the audit trail and says what was found.</summary>
internal static partial class AuditCommands
{
    /// <summary>The exit code is 0 for a whole trail and 2 for a broken one.</summary>
    public static readonly PortalCommand Verify = new("audit", "verify", VerifyAsync);

    private static async Task<int> VerifyAsync(WebApplication app, string[] words)
    {
        var verdict = (await app.Services.GetRequiredService<VerifyAuditTrail>().ExecuteAsync()).Value;
        if (verdict.Fault is AuditFault.None)
        {
            Log.Whole(app.Logger, verdict.Whole);
            return 0;
        }

        Log.Broken(app.Logger, verdict.Sequence, verdict.Chain, verdict.Fault, verdict.Whole);
        return 2;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The audit trail is whole: {Rows} rows.")]
        public static partial void Whole(ILogger logger, long rows);

        [LoggerMessage(EventId = 2, Level = LogLevel.Critical, Message = "The audit trail is broken at row {Sequence} of {Chain}: {Fault}. The {Rows} rows before it are whole.")]
        public static partial void Broken(ILogger logger, long sequence, string? chain, AuditFault fault, long rows);
    }
}
