using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>Deletes the files of cards whose time is over, and a day after its making all that is left of a card: the password goes last.</summary>
public sealed class ForgetCards(IDbContextFactory<PortalDbContext> databases, IOptions<CardOptions> options, TimeProvider clock)
{
    /// <summary>How many cards were looked at.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var old = now.AddHours(-options.Value.PasswordHours);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CardFiles.Where(row => row.SealedFile != null && row.ExpiresAt <= now).ExecuteUpdateAsync(update => update.SetProperty(row => row.SealedFile, (string?)null), cancellationToken)
            + await db.CardFiles.Where(row => row.CreatedAt <= old || (row.SealedPassword == string.Empty && row.ExpiresAt <= now)).ExecuteDeleteAsync(cancellationToken);
    }
}
