using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>Shows a resident their VIDs, masked, with what the portal knows of each, and which types may be made now.</summary>
public sealed class ShowVids(
    IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, OwnVids own, IVidRegistry registry, IVidUses uses, Vault vault)
{
    /// <summary>The purpose under which labels are sealed.</summary>
    internal const string LabelPurpose = "vid-label";

    /// <summary>
    /// The VIDs and the types. The list stands without the policy, and without the uses: what the platform cannot tell now is null. Problems: those of the sign-in,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<VidOverview>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Vids, cancellationToken)).Try(out var session, out var problem)
            || !(await own.ListAsync(session.Uin, cancellationToken)).Try(out var vids, out problem))
        {
            return problem;
        }

        var counts = await CountAsync(session.Uin, vids, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var known = await db.KnownVids.AsNoTracking().Where(row => row.PersonKey == session.PersonKey).ToDictionaryAsync(row => row.VidKey, StringComparer.Ordinal, cancellationToken);
        var open = await db.ServiceRequests.AsNoTracking()
            .Where(row => row.PersonKey == session.PersonKey && (row.Kind == ActKind.GenerateVid || row.Kind == ActKind.RevokeVid) && row.NextLookAt != null)
            .OrderByDescending(row => row.CreatedAt).Select(row => row.EventId).FirstOrDefaultAsync(cancellationToken);
        return new VidOverview(
            [.. vids.Select(vid => Entry(vid, session, known.GetValueOrDefault(own.Key(vid.Vid)), counts))],
            await TypesAsync(vids, session.IndividualId.Vid, cancellationToken),
            open is null ? null : EventId.Stored(open));
    }

    private async Task<IReadOnlyDictionary<Vid, int>?> CountAsync(Uin uin, IReadOnlyList<IssuedVid> vids, CancellationToken cancellationToken)
    {
        var limited = vids.Where(vid => vid.Uses is not null).ToList();
        return limited.Count == 0 ? null
            : (await uses.CountAsync(uin, [.. limited.Select(vid => vid.Vid)], limited.Min(vid => vid.CreatedAt ?? DateTimeOffset.MinValue), cancellationToken)).Try(out var counts, out _) ? counts
            : null;
    }

    private VidEntry Entry(IssuedVid vid, ResidentSession session, KnownVidRow? known, IReadOnlyDictionary<Vid, int>? counts) => new()
    {
        Vid = vid.Vid,
        Key = own.Key(vid.Vid),
        Masked = vid.Vid.ToString(),
        Type = vid.Type,
        Label = session.Visit is { IsDesk: true } ? null : vault.Open(LabelPurpose, known?.SealedLabel), // S-75: a word of one's own may say anything.
        CreatedAt = vid.CreatedAt,
        ExpiresAt = vid.ExpiresAt,
        Uses = vid.Uses,
        UsesLeft = vid.Uses is { } all && counts?.TryGetValue(vid.Vid, out var count) is true ? Math.Max(0, all - count) : null,
        IsSignInNumber = session.IndividualId.Vid == vid.Vid,
        TimesRevealed = known?.TimesRevealed ?? 0,
        RevealedAt = known?.RevealedAt,
    };

    private async Task<IReadOnlyList<VidTypeEntry>?> TypesAsync(IReadOnlyList<IssuedVid> vids, Vid? signedInWith, CancellationToken cancellationToken) =>
        (await registry.ReadPolicyAsync(cancellationToken)).Try(out var policies, out _)
            ? [.. policies.Select(policy => new VidTypeEntry(policy, vids.Count(vid => vid.Type == policy.Type), OldestOf(vids, policy.Type)?.Vid.ToString())
            {
                OldestIsSignInNumber = OldestOf(vids, policy.Type) is { } oldest && oldest.Vid == signedInWith,
            })]
            : null;

    private static IssuedVid? OldestOf(IReadOnlyList<IssuedVid> vids, VidType type) => vids.LastOrDefault(vid => vid.Type == type);
}

/// <summary>A resident's VIDs.</summary>
/// <param name="Vids">Those in use, the newest first.</param>
/// <param name="Types">The types of the policy; null where the policy cannot be read now, and so nothing can be made.</param>
/// <param name="Open">An act on VIDs whose end is not known yet.</param>
public sealed record VidOverview(IReadOnlyList<VidEntry> Vids, IReadOnlyList<VidTypeEntry>? Types, EventId? Open);

/// <summary>One VID as a page shows it.</summary>
public sealed record VidEntry
{
    /// <summary>The number itself, for <see cref="RevealOwnVids"/> alone.</summary>
    internal Vid Vid { get; init; } = default!;

    /// <summary>What stands for the VID in forms; it opens nothing without the sign-in of its owner.</summary>
    public required string Key { get; init; }

    /// <summary>The number, masked.</summary>
    public required string Masked { get; init; }

    /// <summary>Its type.</summary>
    public required VidType Type { get; init; }

    /// <summary>The resident's own word for it.</summary>
    public string? Label { get; init; }

    /// <summary>When it was made, where the platform says so.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it runs out; null where it never does.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How many uses it stands in all; null for any number.</summary>
    public int? Uses { get; init; }

    /// <summary>How many are left; null where there is no limit, or where the platform cannot tell now.</summary>
    public int? UsesLeft { get; init; }

    /// <summary>Whether the resident signed in with it.</summary>
    public bool IsSignInNumber { get; init; }

    /// <summary>How often its digits were looked at here.</summary>
    public int TimesRevealed { get; init; }

    /// <summary>When they were last looked at.</summary>
    public DateTimeOffset? RevealedAt { get; init; }
}

/// <summary>A type of VID, and what may be made of it now.</summary>
/// <param name="Policy">What holds for it.</param>
/// <param name="InUse">How many the resident has.</param>
/// <param name="OldestMasked">The oldest of them, masked: the one that goes out of use for another where the policy replaces.</param>
public sealed record VidTypeEntry(VidPolicy Policy, int InUse, string? OldestMasked)
{
    /// <summary>Whether the resident signed in with the oldest of them.</summary>
    public bool OldestIsSignInNumber { get; init; }

    /// <summary>Whether there are as many as may be.</summary>
    public bool IsFull => InUse >= Policy.Most;

    /// <summary>Whether one more takes the oldest out of use.</summary>
    public bool Replaces => Policy.ReplacesOldest && InUse == Policy.Most;

    /// <summary>Whether one may be made.</summary>
    public bool MayMake => !IsFull || Replaces;
}
