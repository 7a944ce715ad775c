using System.Collections.Immutable;
using System.Globalization;

namespace ResidentPortal.Sandbox;

/// <summary>A row of ID authentication's transactions: an OTP request or an authentication, of whichever outcome.</summary>
public sealed record AuthenticationRow(
    string TransactionId,
    DateTimeOffset At,
    string TypeCode,
    bool Succeeded,
    string Comment,
    string Uin,
    string IndividualId,
    string IdType,
    string EntityName);

/// <summary>The transactions of ID authentication: the authentication history, and the ground of the flood rule.</summary>
public sealed class AuthenticationLog(SandboxClock clock)
{
    private readonly Kept<ImmutableList<AuthenticationRow>> _rows = new([]);

    /// <summary>The rows of a person, newest first.</summary>
    public IReadOnlyList<AuthenticationRow> Of(string uin) =>
        [.. _rows.Content.Where(row => string.Equals(row.Uin, uin, StringComparison.Ordinal)).Reverse().OrderByDescending(row => row.At)];

    /// <summary>How often others than the platform itself proved the person by this number.</summary>
    internal int Uses(string individualId, string ownEntity) => _rows.Content.Count(row => row.Succeeded
        && string.Equals(row.IndividualId, individualId, StringComparison.Ordinal)
        && row.TypeCode.Contains("-AUTH", StringComparison.Ordinal)
        && !string.Equals(row.EntityName, ownEntity, StringComparison.Ordinal));

    /// <summary>Ten digits that no row has yet.</summary>
    internal string NextTransactionId() => (5_000_000_000 + _rows.Content.Count).ToString(CultureInfo.InvariantCulture);

    internal bool IsFlooded(string uin, int limit)
    {
        var since = clock.Now.AddMinutes(-1);
        return _rows.Content.Count(row => row.At > since && string.Equals(row.Uin, uin, StringComparison.Ordinal)) >= limit;
    }

    internal AuthenticationRow? OtpRequest(string transactionId) => _rows.Content.FindLast(row =>
        string.Equals(row.TypeCode, "OTP-REQUEST", StringComparison.Ordinal)
        && string.Equals(row.TransactionId, transactionId, StringComparison.Ordinal));

    /// <summary>Writes many rows down at once.</summary>
    public void AddRange(IEnumerable<AuthenticationRow> rows) => _rows.Replace(all => all.AddRange(rows));

    /// <summary>Writes a row down.</summary>
    public void Add(AuthenticationRow row) => _rows.Replace(rows => rows.Add(row));

    internal void Clear() => _rows.Replace(_ => []);

    internal Action Remember() => _rows.Remember();
}
