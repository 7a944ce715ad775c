using System.Globalization;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>What the right code for a tracked request gives: for a quarter of an hour this browser sees the whole of this one request. Nobody is signed in by it.</summary>
public sealed class TrackingTickets(Vault vault, TimeProvider clock)
{
    private const string Purpose = "tracking-ticket";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    internal TrackingTicket Issue(string holderKey)
    {
        var expiresAt = clock.GetUtcNow() + Life;
        return new TrackingTicket(vault.Seal(Purpose, string.Create(CultureInfo.InvariantCulture, $"{expiresAt.ToUnixTimeMilliseconds()} {holderKey}")), expiresAt);
    }

    /// <summary>Whether a ticket is good for whoever holds it here, and now.</summary>
    internal bool Opens(string? ticket, string holderKey) =>
        vault.Open(Purpose, ticket)?.Split(' ') is [var until, var holder]
        && string.Equals(holder, holderKey, StringComparison.Ordinal)
        && clock.GetUtcNow() < DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(until, CultureInfo.InvariantCulture));
}

/// <summary>The proof that the code for a tracked request was entered.</summary>
/// <param name="Text">Sealed, for the browser's page alone.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
public sealed record TrackingTicket(string Text, DateTimeOffset ExpiresAt)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(TrackingTicket);
}
