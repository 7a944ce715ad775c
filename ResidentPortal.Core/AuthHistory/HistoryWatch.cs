using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Writes down that somebody looked at a history, and tells its owner, once per sign-in: whoever else got in would look there first.</summary>
public sealed class HistoryWatch(IDbContextFactory<PortalDbContext> databases, ServiceLedger ledger, Notices notices, AuditTrail trail)
{
    /// <summary>What was asked for, and whether it was shown.</summary>
    public async Task NoteAsync(ResidentSession session, string what, bool isShown)
    {
        var owner = ledger.OwnerOf(session); // Before the transaction: to seal may make a new key.
        var occasion = $"history {(isShown ? "shown" : "not shown")} {session.Id:N}";
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isFirst = !await db.Notices.AnyAsync(notice => notice.Occasion == occasion);
        if (isFirst)
        {
            notices.Add(db, new Notice(isShown ? NoticeKind.HistoryShown : NoticeKind.HistoryNotShown, owner.SealedUin, owner.Language, occasion));
        }

        await trail.AppendAsync(db, AuditEvent.HistoryShown, isShown ? AuditResult.Success : AuditResult.Failure, session.PersonKey, note: what);
        await transaction.CommitAsync();
        if (isFirst)
        {
            notices.Raise();
        }
    }
}
