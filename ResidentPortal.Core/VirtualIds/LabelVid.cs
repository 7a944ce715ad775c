using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>Writes a resident's own word beside a VID ("Bank"), so that they know which they gave to whom. The platform never learns it.</summary>
public sealed class LabelVid(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, OwnVids own, Vault vault)
{
    /// <summary>The most letters of a label, as people count them.</summary>
    public const int Longest = 30;

    /// <summary>
    /// Sets the label, or takes it away where it is blank. Problems: those of the sign-in, <see cref="VirtualIdProblems.LabelTooLong"/>,
    /// <see cref="VirtualIdProblems.UnknownVid"/> (also another person's), <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, string? vidKey, string? label, CancellationToken cancellationToken = default)
    {
        var plain = string.Concat((label ?? string.Empty).EnumerateRunes().Where(IsPrintable)).Trim();
        if (new StringInfo(plain).LengthInTextElements > Longest || plain.Length > 4 * Longest)
        {
            return VirtualIdProblems.LabelTooLong.With("most", Longest);
        }

        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await own.FindAsync(session, vidKey, cancellationToken)).Try(out var vid, out problem))
        {
            return problem;
        }

        var sealedLabel = plain.Length == 0 ? null : vault.Seal(ShowVids.LabelPurpose, plain);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        (await own.RowAsync(db, session.PersonKey, vid.Vid)).SealedLabel = sealedLabel;
        await db.SaveChangesAsync(cancellationToken);
        return default(Done);
    }

    // Direction marks and other invisible letters could make one label look like another; joiners belong to the scripts that need them.
    private static bool IsPrintable(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && (System.Text.Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format || rune.Value is 0x200C or 0x200D);
}
