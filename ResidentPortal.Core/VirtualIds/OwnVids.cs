using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>The VIDs of whoever is signed in. Every flow on a VID finds it here and nowhere else: a VID that is not in this list is nobody's as far as they can learn.</summary>
public sealed class OwnVids(IVidRegistry registry, LookupKeys keys, TimeProvider clock)
{
    /// <summary>The VIDs in use now, the newest first. Problems: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyList<IssuedVid>>> ListAsync(Uin uin, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var listed = await registry.ListAsync(uin, cancellationToken);
        return listed.Then<IReadOnlyList<IssuedVid>>(vids => [.. vids.Where(vid => vid.ExpiresAt is null || vid.ExpiresAt > now).OrderByDescending(vid => vid.CreatedAt)]);
    }

    /// <summary>One of them by its key. Problems: <see cref="VirtualIdProblems.UnknownVid"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IssuedVid>> FindAsync(ResidentSession session, string? vidKey, CancellationToken cancellationToken) =>
        !(await ListAsync(session.Uin, cancellationToken)).Try(out var vids, out var problem) ? problem
            : vids.FirstOrDefault(vid => string.Equals(Key(vid.Vid), vidKey, StringComparison.Ordinal)) is { } found ? found
            : VirtualIdProblems.UnknownVid;

    /// <summary>The key of a VID: what stands for it in rows and forms.</summary>
    internal string Key(Vid vid) => keys.Hash("vid", vid.Reveal());

    /// <summary>The portal's own row of a VID, made where there is none; the caller saves.</summary>
    internal async Task<KnownVidRow> RowAsync(PortalDbContext db, string personKey, Vid vid)
    {
        var key = Key(vid);
        var row = await db.KnownVids.SingleOrDefaultAsync(one => one.PersonKey == personKey && one.VidKey == key);
        if (row is null)
        {
            row = new KnownVidRow { PersonKey = personKey, VidKey = key, UsedAt = clock.GetUtcNow() };
            db.KnownVids.Add(row);
        }

        row.UsedAt = clock.GetUtcNow();
        return row;
    }
}
