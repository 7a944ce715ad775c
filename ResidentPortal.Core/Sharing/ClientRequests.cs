using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sharing;

/// <summary>
/// Requests that other programs made in a resident's name, by the platform's number for them. Nobody is signed in who asks: a program finds what it asked for itself and nothing else,
/// neither what residents did on the pages nor what another program did.
/// </summary>
public sealed class ClientRequests(IDbContextFactory<PortalDbContext> databases, Vault vault, LookupKeys keys)
{
    /// <summary>The act behind a number. Problem: <see cref="SharingProblems.UnknownRequest"/>.</summary>
    internal async Task<Outcome<ServiceRequestRow>> FindAsync(string? requestId, string client, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(requestId, "D", out var id))
        {
            return SharingProblems.UnknownRequest;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.ServiceRequests.AsNoTracking().FirstOrDefaultAsync(
            one => (one.Kind == ActKind.ShareData || one.Kind == ActKind.OrderCard) && one.PlatformRequestId == id, cancellationToken);

        // Until the platform has answered, its number is not known: what stands there is the portal's own.
        return row is not null && row.State is not (ActState.Draft or ActState.Asked or ActState.Unknown) && string.Equals(ClientOf(row), keys.Program(client), StringComparison.Ordinal)
            ? row
            : SharingProblems.UnknownRequest;
    }

    private string? ClientOf(ServiceRequestRow row) => row.Kind is ActKind.OrderCard ? OrderCardOrder.OfWish(row.Wish).Client : ShareDataOrder.OfWish(vault, row.Wish).Client;
}
