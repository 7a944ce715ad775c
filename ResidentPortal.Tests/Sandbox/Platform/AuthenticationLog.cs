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
    private readonly Kept<Rows> _rows = new(Rows.None);

    /// <summary>The rows of a person, newest first.</summary>
    public IReadOnlyList<AuthenticationRow> Of(string uin) => [.. _rows.Content.Of(uin).Reverse().OrderByDescending(row => row.At)];

    /// <summary>How often others than the platform itself proved the person by this number.</summary>
    internal int Uses(string individualId, string ownEntity) => _rows.Content.All.Count(row => row.Succeeded
        && string.Equals(row.IndividualId, individualId, StringComparison.Ordinal)
        && row.TypeCode.Contains("-AUTH", StringComparison.Ordinal)
        && !string.Equals(row.EntityName, ownEntity, StringComparison.Ordinal));

    /// <summary>Ten digits that no row has yet.</summary>
    internal string NextTransactionId() => (5_000_000_000 + _rows.Content.All.Count).ToString(CultureInfo.InvariantCulture);

    internal bool IsFlooded(string uin, int limit)
    {
        var since = clock.Now.AddMinutes(-1);
        return _rows.Content.Of(uin).Count(row => row.At > since) >= limit;
    }

    internal AuthenticationRow? OtpRequest(string transactionId) => _rows.Content.OtpRequests.GetValueOrDefault(transactionId);

    /// <summary>Writes many rows down at once.</summary>
    public void AddRange(IEnumerable<AuthenticationRow> rows) => _rows.Replace(all => rows.Aggregate(all, (some, row) => some.With(row)));

    /// <summary>Writes a row down.</summary>
    public void Add(AuthenticationRow row) => _rows.Replace(rows => rows.With(row));

    internal void Clear() => _rows.Replace(_ => Rows.None);

    internal Action Remember() => _rows.Remember();

    // The rows in their order, and found by person and by transaction: a code costs the same after a hundred thousand others.
    private sealed record Rows(
        ImmutableList<AuthenticationRow> All,
        ImmutableDictionary<string, ImmutableList<AuthenticationRow>> ByPerson,
        ImmutableDictionary<string, AuthenticationRow> OtpRequests)
    {
        public static readonly Rows None = new(
            [],
            ImmutableDictionary.Create<string, ImmutableList<AuthenticationRow>>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, AuthenticationRow>(StringComparer.Ordinal));

        public ImmutableList<AuthenticationRow> Of(string uin) => ByPerson.GetValueOrDefault(uin, []);

        public Rows With(AuthenticationRow row) => new(
            All.Add(row),
            ByPerson.SetItem(row.Uin, Of(row.Uin).Add(row)),
            string.Equals(row.TypeCode, "OTP-REQUEST", StringComparison.Ordinal) ? OtpRequests.SetItem(row.TransactionId, row) : OtpRequests);
    }
}
