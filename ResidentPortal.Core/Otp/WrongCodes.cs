using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>What a code that was not accepted means: what is told of it, whether it counts, and when a device pauses.</summary>
public sealed class WrongCodes(Attempts attempts, LookupKeys keys, IOptions<OtpOptions> options)
{
    /// <summary>What is told: every refusal of the platform that would tell numbers apart becomes the same wrong code.</summary>
    internal Problem Answer(Problem problem, int tries) => problem.Kind switch
    {
        ProblemKind.Unavailable or ProblemKind.Unknown => problem,
        _ when string.Equals(problem.Key, OtpProblems.Expired.Key, StringComparison.Ordinal) => OtpProblems.Expired,
        _ when tries >= options.Value.TriesPerCode => OtpProblems.NewCodeNeeded,
        _ when tries > 1 => OtpProblems.Wrong.With("tries", options.Value.TriesPerCode - tries),
        _ => OtpProblems.Wrong,
    };

    /// <summary>Whether an answer is one to a wrong code: an outage counts against nobody.</summary>
    internal static bool Counts(Problem answer) => answer.Kind is not (ProblemKind.Unavailable or ProblemKind.Unknown) && answer != OtpProblems.Expired;

    /// <summary>Notes a wrong code against the device, the network and whom it was for.</summary>
    internal Task NoteAsync(PortalDbContext db, AttemptAction action, Visitor visitor, string subject) =>
        attempts.NoteAsync(db, action, keys.Hash("device", visitor.DeviceToken), keys.Hash("network", visitor.Network), subject);

    /// <summary>Until when the visitor's device or network pauses; null where it does not.</summary>
    internal async Task<DateTimeOffset?> PausedUntilAsync(PortalDbContext db, AttemptAction action, Visitor visitor)
    {
        var pause = TimeSpan.FromMinutes(options.Value.PauseMinutes);
        return await attempts.PausedUntilAsync(db, action, keys.Hash("device", visitor.DeviceToken), options.Value.DeviceWrongPerDay, pause)
            ?? await attempts.PausedUntilAsync(db, action, keys.Hash("network", visitor.Network), options.Value.NetworkWrongPerDay, pause);
    }
}
