using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>A wish to lock or unlock one way to prove one's identity; an unlock may be for a while.</summary>
public sealed record AuthTypeChange(string AuthType, string? AuthSubType, bool Locked, long? UnlockForSeconds = null, string? RequestId = null);

/// <summary>How an auth type reads: locked or not, and how long a temporary unlock still lasts.</summary>
public sealed record AuthTypeStatus(string AuthType, string? AuthSubType, bool Locked, long? UnlockForSeconds = null)
{
    /// <summary>The flat name, such as <c>bio-FINGER</c>.</summary>
    public string Code => AuthSubType is null ? AuthType : $"{AuthType}-{AuthSubType}";
}

/// <summary>The locks of auth types by UIN: every change is appended, and the newest of a type wins.</summary>
public sealed class AuthTypeRegister(SandboxClock clock)
{
    private static readonly string[] Allowed =
        ["otp-email", "otp-phone", "demo", "bio-finger", "bio-iris", "bio-face", "otp"];

    private readonly Kept<ImmutableList<Row>> _rows = new([]);

    /// <summary>How many changes were ever recorded, for tests that count writes.</summary>
    public int Changes => _rows.Content.Count;

    internal void Apply(string uin, IReadOnlyCollection<AuthTypeChange> changes)
    {
        if (changes.Count == 0 || changes.Any(change => !IsAllowed(change)))
        {
            throw PlatformException.Invalid("authTypes");
        }

        var now = clock.Now;
        _rows.Replace(rows => rows.AddRange(changes.Select(change => Row.Of(uin, change, now))));
    }

    /// <summary>Only types that were ever changed are listed.</summary>
    internal IReadOnlyList<AuthTypeStatus> Read(string uin) =>
    [
        .. _rows.Content
            .Where(row => string.Equals(row.Uin, uin, StringComparison.Ordinal))
            .GroupBy(row => row.Code, StringComparer.Ordinal)
            .Select(group => group.Last().Status(clock.Now)),
    ];

    internal bool IsLocked(string uin, string code) =>
        Read(uin).Any(status => status.Locked && string.Equals(status.Code, code, StringComparison.OrdinalIgnoreCase));

    internal void Clear() => _rows.Replace(_ => []);

    internal Action Remember() => _rows.Remember();

    private static bool IsAllowed(AuthTypeChange change) =>
        Allowed.Contains(new AuthTypeStatus(change.AuthType, change.AuthSubType, change.Locked).Code, StringComparer.OrdinalIgnoreCase);

    private sealed record Row(string Uin, string AuthType, string? AuthSubType, bool Locked, DateTimeOffset? UnlockedUntil)
    {
        // The platform stores a type without sub-type as "otp-null".
        internal string Code => AuthSubType is null && !string.Equals(AuthType, "demo", StringComparison.OrdinalIgnoreCase)
            ? AuthType + "-null"
            : AuthType + "-" + AuthSubType;

        internal static Row Of(string uin, AuthTypeChange change, DateTimeOffset now) =>
            change is { Locked: false, UnlockForSeconds: > 0 }
                ? new Row(uin, change.AuthType, change.AuthSubType, Locked: true, now.AddSeconds(change.UnlockForSeconds.Value))
                : new Row(uin, change.AuthType, change.AuthSubType, change.Locked, UnlockedUntil: null);

        // A temporary unlock is a lock with an end of the exception: it locks again without another call.
        internal AuthTypeStatus Status(DateTimeOffset now) => UnlockedUntil > now
            ? new AuthTypeStatus(AuthType, AuthSubType, Locked: false, (long)Math.Ceiling((UnlockedUntil.Value - now).TotalSeconds))
            : new AuthTypeStatus(AuthType, AuthSubType, Locked);
    }
}
