using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace ResidentPortal.Sandbox;

/// <summary>The one-time codes of ID authentication, kept by the exact individual id a code was asked with.</summary>
public sealed class OtpRegister(SandboxClock clock, string? proxyOtp)
{
    /// <summary>How long a code is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(180);

    /// <summary>How long an individual id stays frozen after too many wrong tries.</summary>
    public static readonly TimeSpan FreezeTime = TimeSpan.FromMinutes(30);

    /// <summary>The wrong try that freezes.</summary>
    public const int AllowedTries = 5;

    private readonly Kept<ImmutableDictionary<string, Entry>> _codes =
        new(ImmutableDictionary.Create<string, Entry>(StringComparer.Ordinal));

    private enum Stage
    {
        Active,
        Used,
        Frozen,
        Unfrozen,
    }

    /// <summary>Makes a new code, which replaces the earlier one and forgets its wrong tries.</summary>
    internal string Issue(string individualId, string transactionId) => _codes.Change(entries =>
    {
        if (entries.TryGetValue(individualId, out var entry))
        {
            RefuseFrozen(entry);
        }

        var code = proxyOtp ?? RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        return (entries.SetItem(individualId, new Entry(transactionId, code, clock.Now, 0, Stage.Active)), code);
    });

    /// <summary>Checks a code and spends it; a wrong one counts as a try.</summary>
    internal void Check(string individualId, string transactionId, string code)
    {
        var fault = _codes.Change(entries =>
        {
            if (!entries.TryGetValue(individualId, out var entry))
            {
                return (entries, (PlatformException?)NothingToCheck());
            }

            var (next, refusal) = Judge(entry, transactionId, code);
            return (entries.SetItem(individualId, next), refusal);
        });
        if (fault is not null)
        {
            throw fault;
        }
    }

    internal void Clear() => _codes.Replace(codes => codes.Clear());

    internal Action Remember() => _codes.Remember();

    private (Entry Next, PlatformException? Refusal) Judge(Entry entry, string transactionId, string code)
    {
        if (entry.Stage == Stage.Frozen)
        {
            return clock.Now - entry.At < FreezeTime
                ? (entry, Frozen())
                : (entry with { Stage = Stage.Unfrozen }, NothingToCheck());
        }

        if (entry.Stage != Stage.Active)
        {
            return (entry, NothingToCheck());
        }

        // Individual id, transaction and value are bound together: changing any of them is a wrong try.
        var isRight = string.Equals(entry.TransactionId, transactionId, StringComparison.Ordinal)
            && string.Equals(entry.Code, code, StringComparison.Ordinal);
        if (isRight)
        {
            return (entry with { Stage = Stage.Used }, clock.Now - entry.At > Lifetime
                ? new PlatformException("IDA-OTA-003", "OTP has expired", "Please regenerate OTP and try again after sometime")
                : null);
        }

        var tries = entry.Tries + 1;
        return tries < AllowedTries
            ? (entry with { Tries = tries }, new PlatformException("IDA-OTA-004", "OTP is invalid", "Please provide correct OTP value"))
            : (entry with { Tries = tries, Stage = Stage.Frozen, At = clock.Now }, Frozen());
    }

    private void RefuseFrozen(Entry entry)
    {
        if (entry.Stage == Stage.Frozen && clock.Now - entry.At < FreezeTime)
        {
            throw Frozen();
        }
    }

    // The platform's text says seconds; the freeze lasts that many minutes.
    private static PlatformException Frozen() => new(
        "IDA-OTA-013",
        "OTP request/validation has been frozen for the Individual-ID for 30 seconds due to consecutive failure attempts for 5 times.");

    private static PlatformException NothingToCheck() => new(
        "IDA-OTA-012",
        "OTP validation can't be performed against this Individual-ID. Generate OTP first.");

    // At is when the code was issued or, once frozen, when it froze.
    private sealed record Entry(string TransactionId, string Code, DateTimeOffset At, int Tries, Stage Stage);
}
