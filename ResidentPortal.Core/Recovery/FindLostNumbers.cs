using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>Searches behind the answer for the numbers that were asked for. A platform that cannot be asked now is asked later, for a day.</summary>
public sealed class FindLostNumbers(IDbContextFactory<PortalDbContext> databases, LostNumberSearch search, LostNumberEndings endings, Vault vault, TimeProvider clock)
{
    private const int Batch = 50;

    // While one worker has a search it is not due for another; after a crash it is due again.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan[] RetryAfter =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    /// <summary>How many searches were due.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.LostNumbers.Where(row => row.NextTryAt <= now).OrderBy(row => row.NextTryAt).Take(Batch).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await FindAsync(id);
        }

        return due.Count;
    }

    private async Task FindAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var isClaimed = await db.LostNumbers.Where(row => row.Id == id && row.NextTryAt <= now).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.NextTryAt, now + Lease).SetProperty(row => row.Tries, row => row.Tries + 1).SetProperty(row => row.State, LostNumberState.Searching)) == 1;
        if (!isClaimed)
        {
            return;
        }

        var row = await db.LostNumbers.AsNoTracking().SingleAsync(one => one.Id == id);
        if (SoughtPerson.Of(vault, row) is not { Password: { } password } sought)
        {
            // The key it was sealed with is gone: nobody knows any more whom to tell.
            await db.LostNumbers.Where(one => one.Id == id).ExecuteDeleteAsync();
            return;
        }

        if ((await search.FindAsync(sought, row.Kind, CancellationToken.None)).Try(out var found, out var problem))
        {
            await endings.FoundAsync(row, sought, found, password);
        }
        else if (problem.Kind is not (ProblemKind.Unavailable or ProblemKind.Unknown or ProblemKind.Limited))
        {
            await endings.NotFoundAsync(row, sought, LostNumberState.NotFound, problem);
        }
        else if (row.Tries > RetryAfter.Length)
        {
            await endings.NotFoundAsync(row, sought, LostNumberState.GivenUp, problem);
        }
        else
        {
            var next = clock.GetUtcNow() + RetryAfter[row.Tries - 1];
            await db.LostNumbers.Where(one => one.Id == id && one.State == LostNumberState.Searching).ExecuteUpdateAsync(update => update.SetProperty(one => one.NextTryAt, next));
        }
    }
}
