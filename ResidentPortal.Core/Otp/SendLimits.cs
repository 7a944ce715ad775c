using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>How many codes are sent: to one person, whichever of their numbers is used, and to the whole nation.</summary>
public sealed partial class SendLimits(Attempts attempts, NationTally nation, IOptions<OtpOptions> options, ILogger<SendLimits> logger)
{
    /// <summary>
    /// Counts one send, or says why there is none: <see cref="OtpProblems.TooMany"/> at the nation's ceiling, <see cref="OtpProblems.TooSoon"/> with fact <c>at</c> for the
    /// person. The caller commits, in the transaction of what is counted.
    /// </summary>
    internal async Task<Problem?> TakeAsync(PortalDbContext db, string subject, Allowance[] allowances)
    {
        if (await nation.FullUntilAsync(db, AttemptAction.CodeSent, options.Value.NationalSendsPerMinute) is not null)
        {
            Log.NationalCeiling(logger, options.Value.NationalSendsPerMinute);
            return OtpProblems.TooMany;
        }

        if (await attempts.BlockedUntilAsync(db, AttemptAction.CodeSent, subject, allowances) is { } until)
        {
            return OtpProblems.TooSoon.With("at", until);
        }

        await attempts.NoteAsync(db, AttemptAction.CodeSent, subject);
        await nation.NoteAsync(db, AttemptAction.CodeSent);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Critical, Message = "The ceiling of {PerMinute} codes a minute for the whole nation is reached: no more are sent. Someone may be flooding.")]
        public static partial void NationalCeiling(ILogger logger, int perMinute);
    }
}
