using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>
/// Brings acts on VIDs to their end by the platform's own list: made is what is there now and was not before, stopped is what is gone. So a lost answer, or a crash
/// before it was noted, is found out alike.
/// </summary>
public sealed class VidActs(ActCourse course, OwnVids own, RestoredVids restoredVids, Vault vault)
{
    private static readonly ActEnding Generated = new(AuditEvent.VidGenerated, NoticeKind.VidGenerated, NoticeKind.VidNotGenerated, NoticeKind.VidUnknown)
    {
        Facts = row => new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = GenerateVidOrder.OfWish(row.Wish).Type.Name },
    };

    private readonly ActEnding _revoked = new(AuditEvent.VidRevoked, NoticeKind.VidRevoked, NoticeKind.VidNotRevoked, NoticeKind.VidUnknown)
    {
        Facts = row => new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = RevokeVidOrder.OfWish(vault, row.Wish).Type!.Name },
        WhenDone = async (db, row, _) =>
        {
            var vidKey = RevokeVidOrder.OfWish(vault, row.Wish).VidKey;
            await db.KnownVids.Where(known => known.PersonKey == row.PersonKey && known.VidKey == vidKey).ExecuteDeleteAsync();
            await db.VidLinks.Where(link => link.PersonKey == row.PersonKey && link.VidKey == vidKey).ExecuteDeleteAsync();
        },
    };

    /// <summary>Takes the platform's answer to a wish for a VID.</summary>
    public Task CloseGeneratedAsync(string eventId, Problem? problem) => course.AnswerAsync(eventId, problem, Generated, LookForGeneratedAsync);

    /// <summary>Takes the platform's answer to a revocation.</summary>
    public Task CloseRevokedAsync(string eventId, Problem? problem) => course.AnswerAsync(eventId, problem, _revoked, LookForRevokedAsync);

    /// <summary>Looks whether the VID was made, and which went out of use for it.</summary>
    public async Task LookForGeneratedAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not { } row)
        {
            return;
        }

        var (isRead, made, gone) = await CompareAsync(row, GenerateVidOrder.OfWish(row.Wish).Type);
        if (made is null)
        {
            await course.LookLaterAsync(row, isRead, Generated);
            return;
        }

        var result = new VidResult(made.Vid.ToString(), gone is [var replaced, ..] ? replaced.ToString() : null) { Key = own.Key(made.Vid) };
        await course.EndAsync(eventId, ActState.Confirmed, Generated, result: result.ToText());
    }

    /// <summary>Looks whether the VID is gone, and which the platform put in its place.</summary>
    public async Task LookForRevokedAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not { } row)
        {
            return;
        }

        var order = RevokeVidOrder.OfWish(vault, row.Wish);
        var (isRead, restored, gone) = await CompareAsync(row, order.Type!);
        if (!gone.Any(vid => string.Equals(own.Key(vid), order.VidKey, StringComparison.Ordinal)))
        {
            await course.LookLaterAsync(row, isRead, _revoked);
            return;
        }

        var ending = restored is null ? _revoked : restoredVids.Announce(_revoked, row, restored);
        var result = new VidResult(restored?.Vid.ToString(), order.Masked) { Key = restored is null ? null : own.Key(restored.Vid) };
        await course.EndAsync(eventId, ActState.Confirmed, ending, result: result.ToText());
    }

    /// <summary>The VIDs that are there before the platform is asked, sealed.</summary>
    internal string Snapshot(IReadOnlyList<IssuedVid> vids) =>
        JsonSerializer.Serialize(vids.Select(vid => new Seen(vid.Type, vault.Seal(IndividualId.Of(vid.Vid)))));

    // What is new of a type, and what is gone of it. Of several that are new the oldest is this act's: a later act had it in its own list before.
    private async Task<(bool IsRead, IssuedVid? New, IReadOnlyList<Vid> Gone)> CompareAsync(ServiceRequestRow row, VidType type)
    {
        if (!(await own.ListAsync(vault.OpenIndividualId(row.SealedUin).Uin!, CancellationToken.None)).Try(out var vids, out _))
        {
            return (false, null, []);
        }

        var before = JsonSerializer.Deserialize<List<Seen>>(row.Before!)!
            .Where(seen => seen.Type == type).Select(seen => vault.OpenIndividualId(seen.SealedVid).Vid!).ToHashSet();
        var now = vids.Where(vid => vid.Type == type).ToList();
        return (true, now.FindLast(vid => !before.Contains(vid.Vid)), [.. before.Except(now.Select(vid => vid.Vid))]);
    }

    private sealed record Seen(VidType Type, string SealedVid);
}
