using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Says which of the sign-ins that have pages open are over: one question for all open pages of the server, every two seconds.</summary>
public sealed class FindEndedSessions(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    /// <summary>The sign-ins that are over, among those asked about.</summary>
    public async Task<Outcome<IReadOnlyDictionary<Guid, Problem>>> ExecuteAsync(IReadOnlyCollection<Guid> sessionIds, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Sessions.AsNoTracking().Where(row => sessionIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var ended = new Dictionary<Guid, Problem>();
        foreach (var id in sessionIds)
        {
            if (rows.TryGetValue(id, out var row) && sessions.EndOf(row) is null)
            {
                continue;
            }

            ended[id] = (await sessions.FindAsync(id, isSeen: false, cancellationToken)).Problem ?? CommonProblems.SignInNeeded;
        }

        return ended;
    }
}
