using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>Links to VIDs that the platform made by itself, by the token they carry. A link alone shows nothing.</summary>
public sealed class VidLinks(IDbContextFactory<PortalDbContext> databases, LookupKeys keys, TimeProvider clock)
{
    /// <summary>The hash under which a token in a link is found.</summary>
    internal string LinkKey(string token) => keys.Hash("vid-link", token);

    /// <summary>What is behind a link. Problem: <see cref="VirtualIdProblems.LinkGone"/>.</summary>
    internal async Task<Outcome<VidLinkRow>> FindAsync(string? token, CancellationToken cancellationToken)
    {
        // No limit on tries: nobody guesses 256 bits.
        if (token is not { Length: > 20 and < 100 })
        {
            return VirtualIdProblems.LinkGone;
        }

        var (linkKey, now) = (LinkKey(token), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.VidLinks.AsNoTracking().SingleOrDefaultAsync(row => row.LinkKey == linkKey && row.ExpiresAt > now, cancellationToken) is { } found ? found : VirtualIdProblems.LinkGone;
    }

    /// <summary>Who alone may enter the code: this browser, at this link.</summary>
    internal string HolderKey(string browserToken, VidLinkRow row) => keys.Hash("code-holder-vid", $"{row.EventId} {browserToken}");
}
