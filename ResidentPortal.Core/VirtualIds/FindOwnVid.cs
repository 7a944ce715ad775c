using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>
/// Finds a VID of one's own by its digits, for programs that send them. Of a number that is none of theirs a resident learns whether it is a VID of somebody else, as the
/// platform's own services tell it: counted, and after a few in an hour every other number is unknown.
/// </summary>
public sealed class FindOwnVid(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, OwnVids own, IIdentityRegistry identities, Attempts attempts, IOptions<VirtualIdOptions> options)
{
    /// <summary>
    /// The key of the VID (<see cref="VidEntry.Key"/>). Problems: those of the sign-in, <see cref="VirtualIdProblems.UnknownVid"/> (also what is no VID at all),
    /// <see cref="VirtualIdProblems.Others"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<string>> ExecuteAsync(Guid sessionId, string? digits, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (!Vid.TryParse(digits, out var vid))
        {
            return VirtualIdProblems.UnknownVid;
        }

        if (!(await own.ListAsync(session.Uin, cancellationToken)).Try(out var vids, out problem))
        {
            return problem;
        }

        return vids.Any(one => one.Vid == vid) ? own.Key(vid)
            : !await MayAskAsync(session, cancellationToken) ? VirtualIdProblems.UnknownVid
            : (await identities.FindAsync(IndividualId.Of(vid), cancellationToken)).Try(out var identity, out problem) ? identity.Uin == session.Uin ? VirtualIdProblems.UnknownVid : VirtualIdProblems.Others
            : string.Equals(problem.Key, ProfileProblems.UnknownPerson.Key, StringComparison.Ordinal) ? VirtualIdProblems.UnknownVid
            : problem;
    }

    private async Task<bool> MayAskAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var blocked = await attempts.BlockedUntilAsync(db, AttemptAction.OthersVidAsked, session.PersonKey, new Allowance(options.Value.OthersPerHour, TimeSpan.FromHours(1)));
        if (blocked is null)
        {
            await attempts.NoteAsync(db, AttemptAction.OthersVidAsked, session.PersonKey);
            await transaction.CommitAsync(cancellationToken);
        }

        return blocked is null;
    }
}
