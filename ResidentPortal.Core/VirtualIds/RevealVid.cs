using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>
/// Shows a resident the digits of one of their VIDs for thirty seconds. It is counted, stands in their own history, and is audited before the digits leave.
/// </summary>
public sealed class RevealVid(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, OwnVids own, VidLooks looks, ServiceLedger ledger)
{
    /// <summary>For how long a page shows the digits.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromSeconds(30);

    /// <summary>The digits. Problems: those of the sign-in, <see cref="VirtualIdProblems.UnknownVid"/> (also another person's), <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<RevealedVid>> ExecuteAsync(Guid sessionId, string? vidKey, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await own.FindAsync(session, vidKey, cancellationToken)).Try(out var vid, out problem))
        {
            return problem;
        }

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var owner = ledger.OwnerOf(session);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var shown = await looks.TakeAsync(db, owner, vid.Vid, vid.Type);
        await transaction.CommitAsync(CancellationToken.None);
        return shown;
    }
}

/// <summary>A look at the digits of a VID, as it stands in the ledger.</summary>
/// <param name="Type">The type of the VID.</param>
public sealed record RevealVidOrder(VidType Type)
{
    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static RevealVidOrder OfWish(string wish) => JsonSerializer.Deserialize<RevealVidOrder>(wish)!;
}

/// <summary>The digits of a VID, to be shown for a moment.</summary>
/// <param name="Digits">The sixteen digits.</param>
/// <param name="Type">Its type.</param>
/// <param name="Label">The resident's own word for it.</param>
/// <param name="Until">When they are hidden again.</param>
public sealed record RevealedVid(string Digits, VidType Type, string? Label, DateTimeOffset Until)
{
    /// <summary>The digits in groups of four.</summary>
    public string Grouped => Identifiers.Digits.Group(Digits);

    /// <inheritdoc/>
    public override string ToString() => nameof(RevealedVid);
}
