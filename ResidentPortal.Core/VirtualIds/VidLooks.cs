using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>Takes a look at the digits of a VID: counted, in its owner's history, and audited before the digits leave. Each look counts: what is shown twice was seen twice.</summary>
public sealed class VidLooks(OwnVids own, ServiceLedger ledger, Vault vault, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The digits. The caller commits, and shows nothing before.</summary>
    internal async Task<RevealedVid> TakeAsync(PortalDbContext db, ActOwner owner, Vid vid, VidType type)
    {
        var now = clock.GetUtcNow();
        var known = await own.RowAsync(db, owner.PersonKey, vid);
        (known.TimesRevealed, known.RevealedAt) = (known.TimesRevealed + 1, now);
        ledger.Note(db, owner, ActKind.RevealVid, new RevealVidOrder(type).ToWish());
        await trail.AppendAsync(db, AuditEvent.VidRevealed, AuditResult.Success, owner.PersonKey);
        return new RevealedVid(vid.Reveal(), type, vault.Open(ShowVids.LabelPurpose, known.SealedLabel), now + RevealVid.Shown);
    }
}
