using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>Links to cards, by the token they carry. A link alone opens nothing.</summary>
public sealed class CardLinks(IDbContextFactory<PortalDbContext> databases, CardShelf shelf, LookupKeys keys)
{
    /// <summary>The card behind a link. Problem: <see cref="CardProblems.Gone"/>.</summary>
    internal async Task<Outcome<CardFileRow>> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 20 and < 100 })
        {
            return CardProblems.Gone;
        }

        var linkKey = shelf.LinkKey(token);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CardFiles.AsNoTracking().SingleOrDefaultAsync(row => row.LinkKey == linkKey, cancellationToken) is { } found && shelf.IsThere(found) ? found : CardProblems.Gone;
    }

    /// <summary>Who alone may enter the code: this browser, at this link.</summary>
    internal string HolderKey(string browserToken, CardFileRow row) => keys.Hash("code-holder-card", $"{row.EventId} {browserToken}");
}
