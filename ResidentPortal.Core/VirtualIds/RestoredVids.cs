using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>
/// Tells of the VID that the platform made by itself in the place of a revoked one: masked, with a link behind which it is shown once. Whoever asked for the revocation
/// never sees it otherwise, unless they sign in.
/// </summary>
public sealed class RestoredVids(OwnVids own, VidLinks links, Vault vault, Notices notices, IOptions<VirtualIdOptions> options, IOptions<NoticeOptions> portal, TimeProvider clock)
{
    private const int ShownOfNumber = 4;

    /// <summary>The same ending, with the notice and the link in its transaction.</summary>
    internal ActEnding Announce(ActEnding ending, ServiceRequestRow act, IssuedVid restored)
    {
        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var link = portal.Value.PublicAddress is null ? null : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = link is null ? null : Row(act, restored, link);
        var facts = Facts(restored, link, row);
        return ending with
        {
            WhenDone = async (db, done, now) =>
            {
                await (ending.WhenDone?.Invoke(db, done, now) ?? Task.CompletedTask);
                if (row is not null)
                {
                    db.VidLinks.Add(row);
                }

                notices.Add(db, new Notice(NoticeKind.VidRestored, act.SealedUin, act.Language, $"act {act.EventId} restored", act.EventId) { Facts = facts });
            },
        };
    }

    private VidLinkRow Row(ServiceRequestRow act, IssuedVid restored, string token) => new()
    {
        EventId = act.EventId,
        PersonKey = act.PersonKey,
        LinkKey = links.LinkKey(token),
        VidKey = own.Key(restored.Vid),
        SealedVid = vault.Seal(IndividualId.Of(restored.Vid)),
        VidType = restored.Type.Name,
        SealedUin = act.SealedUin,
        Language = act.Language,
        ExpiresAt = clock.GetUtcNow().AddHours(options.Value.LinkHours),
    };

    private Dictionary<string, string> Facts(IssuedVid restored, string? token, VidLinkRow? row)
    {
        // The last digits stand sealed in the facts, as every part of a number does.
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = restored.Type.Name,
            ["sealed.number"] = vault.Seal(Notice.SecretPurpose, restored.Vid.ToString()[^ShownOfNumber..]),
        };
        if (row is not null)
        {
            facts["link"] = vault.Seal(NoticeText.LinkPurpose, options.Value.LinkPath + token);
            facts["until"] = row.ExpiresAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        }

        return facts;
    }
}
