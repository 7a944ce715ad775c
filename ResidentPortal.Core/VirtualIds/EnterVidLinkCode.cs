using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>Takes the code at a link to a VID and shows the digits, once: from then on nothing is behind the link. Nobody is signed in by it.</summary>
public sealed class EnterVidLinkCode(IDbContextFactory<PortalDbContext> databases, VidLinks links, VidLooks looks, CodeCheck check, Vault vault)
{
    /// <summary>The digits. Problems: <see cref="VirtualIdProblems.LinkGone"/>, those of <see cref="CodeCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<RevealedVid>> ExecuteAsync(string? token, string browserToken, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        if (!(await links.FindAsync(token, cancellationToken)).Try(out var row, out var problem)
            || !(await check.EnterAsync(links.HolderKey(browserToken, row), CodePurpose.ShowVid, typedCode, visitor, cancellationToken)).Try(out var code, out problem))
        {
            return problem;
        }

        if (!string.Equals(code.PersonKey, row.PersonKey, StringComparison.Ordinal))
        {
            return OtpProblems.NoneActive;
        }

        var vid = vault.OpenIndividualId(row.SealedVid).Vid!;
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (await db.VidLinks.Where(one => one.EventId == row.EventId).ExecuteDeleteAsync(CancellationToken.None) == 0)
        {
            return VirtualIdProblems.LinkGone;
        }

        var shown = await looks.TakeAsync(db, new ActOwner(row.PersonKey, row.SealedUin, row.Language), vid, new VidType(row.VidType));
        await transaction.CommitAsync(CancellationToken.None);
        return shown;
    }
}
