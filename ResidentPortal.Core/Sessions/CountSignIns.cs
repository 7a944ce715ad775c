using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Counts for the staff of the authority how many are signed in: numbers of all together, and nothing of anybody.</summary>
public sealed class CountSignIns(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    /// <summary>The numbers.</summary>
    public async Task<Outcome<SignInCounts>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var (open, people, shared) = (0, new HashSet<string>(StringComparer.Ordinal), 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await foreach (var row in db.Sessions.AsNoTracking().Where(row => row.EndedAt == null).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (sessions.EndOf(row) is null)
            {
                (open, shared) = (open + 1, shared + (row.IsSharedDevice ? 1 : 0));
                people.Add(row.PersonKey);
            }
        }

        return new SignInCounts(open, people.Count, shared);
    }
}

/// <summary>How many are signed in.</summary>
/// <param name="SignIns">Sign-ins that are alive.</param>
/// <param name="People">People they belong to.</param>
/// <param name="Shared">How many of them are on devices that are not the resident's own.</param>
public sealed record SignInCounts(int SignIns, int People, int Shared);
