using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Opens the resident's view on another screen by its short link, once and within minutes.</summary>
public sealed class OpenView(IDbContextFactory<PortalDbContext> databases, VisitDoors doors, TimeProvider clock)
{
    private const int Letters = 8;

    /// <summary>The key for the cookie. Problem: <see cref="KioskProblems.LinkOver"/>, for whatever reason.</summary>
    public async Task<Outcome<ViewTicket>> ExecuteAsync(string? linkCode, CancellationToken cancellationToken = default)
    {
        var letters = string.Concat((linkCode ?? string.Empty).Where(char.IsAsciiLetter).Take(Letters + 1)).ToUpperInvariant();
        if (letters.Length != Letters)
        {
            return KioskProblems.LinkOver;
        }

        var (linkKey, token, now) = (doors.LinkKey(letters), LiveSessions.NewToken(), clock.GetUtcNow());
        var viewKey = doors.ViewKey(token);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var opened = await db.Visits.Where(row => row.LinkKey == linkKey && row.LinkUntil > now && row.EndedAt == null).ExecuteUpdateAsync(update => update
            .SetProperty(row => row.LinkKey, (string?)null)
            .SetProperty(row => row.ViewKey, viewKey)
            .SetProperty(row => row.ViewOpenedAt, now)
            .SetProperty(row => row.ViewSeenAt, now)
            .SetProperty(row => row.Version, row => row.Version + 1), CancellationToken.None);
        return opened == 1 ? new ViewTicket(token) : KioskProblems.LinkOver;
    }
}
