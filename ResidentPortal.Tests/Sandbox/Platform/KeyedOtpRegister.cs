using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace ResidentPortal.Sandbox;

/// <summary>The kernel OTP manager's codes, by whatever key its callers choose. It makes and judges; sending is theirs.</summary>
public sealed class KeyedOtpRegister(SandboxClock clock, string? proxyOtp)
{
    /// <summary>The wrong try that freezes a key.</summary>
    public const int AllowedTries = 10;

    private const int ShortestKey = 3;
    private const int LongestKey = 64;

    private readonly Kept<ImmutableDictionary<string, Entry>> _codes = new(ImmutableDictionary.Create<string, Entry>(StringComparer.Ordinal));

    /// <summary>Makes a new code, which replaces the earlier one and forgets its wrong tries; null while the key is frozen.</summary>
    public string? Issue(string? key)
    {
        var name = key?.Trim() ?? string.Empty;
        if (!IsKey(name))
        {
            throw new PlatformException("KER-OTG-001", "Invalid key length.");
        }

        return _codes.Change(entries =>
        {
            if (entries.TryGetValue(name, out var entry) && IsFrozen(entry))
            {
                return (entries, (string?)null);
            }

            var code = proxyOtp ?? RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
            return (entries.SetItem(name, new Entry(code, clock.Now, Tries: 0, FrozenAt: null)), code);
        });
    }

    /// <summary>Judges a code and spends a right one: the message of the platform. That it is too old comes first, even for a frozen key.</summary>
    public string Judge(string? key, string? otp)
    {
        Refuse(key, otp);
        return _codes.Change(entries =>
        {
            if (!entries.TryGetValue(key!, out var entry))
            {
                throw new PlatformException("KER-OTV-005", "Validation can't be performed against this key. Generate OTP first.");
            }

            if (clock.Now - entry.IssuedAt > OtpRegister.Lifetime)
            {
                return (entries, "OTP_EXPIRED");
            }

            if (IsFrozen(entry))
            {
                return (entries, "USER_BLOCKED");
            }

            if (string.Equals(entry.Code, otp, StringComparison.Ordinal))
            {
                return (entries.Remove(key!), "VALIDATION_SUCCESSFUL");
            }

            var tried = entry with { Tries = entry.Tries + 1, FrozenAt = entry.Tries + 1 >= AllowedTries ? clock.Now : null };
            return (entries.SetItem(key!, tried), tried.FrozenAt is null ? "VALIDATION_UNSUCCESSFUL" : "USER_BLOCKED");
        });
    }

    /// <summary>A code of this register that stands in a text, so that the outbox can point it out.</summary>
    internal string? FindIn(string text) => _codes.Content.Values.OrderByDescending(entry => entry.IssuedAt).FirstOrDefault(entry => text.Contains(entry.Code, StringComparison.Ordinal))?.Code;

    internal void Clear() => _codes.Replace(codes => codes.Clear());

    internal Action Remember() => _codes.Remember();

    private static bool IsKey(string key) => key.Length is >= ShortestKey and <= LongestKey;

    private static void Refuse(string? key, string? otp)
    {
        var code = string.IsNullOrEmpty(key) ? "KER-OTV-001" : !IsKey(key) ? "KER-OTV-002" : string.IsNullOrEmpty(otp) ? "KER-OTV-003" : !otp.All(char.IsAsciiDigit) ? "KER-OTV-004" : null;
        if (code is not null)
        {
            throw new PlatformException(code, "Invalid input.");
        }
    }

    private bool IsFrozen(Entry entry) => entry.FrozenAt is { } at && clock.Now - at < OtpRegister.FreezeTime;

    private sealed record Entry(string Code, DateTimeOffset IssuedAt, int Tries, DateTimeOffset? FrozenAt);
}
