using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Opens the sign-in of a visit: one row with two ids, the resident's and the desk's, and a token that nobody has.</summary>
public sealed class VisitSignIns(LiveSessions sessions, AuditTrail trail)
{
    /// <summary>Opens it, or widens the one that is open to what was agreed to now. The time of the first consent stays.</summary>
    internal async Task OpenAsync(VisitWork visit, CodeRow code)
    {
        var (db, row, now) = (visit.Db, visit.Row, visit.Now);
        if (row.SessionId is { } open)
        {
            await db.Sessions.Where(one => one.Id == open && one.EndedAt == null).ExecuteUpdateAsync(update => update.SetProperty(one => one.Purposes, row.Purposes));
            return;
        }

        (row.SessionId, row.DeskId) = (Guid.NewGuid(), Guid.NewGuid());
        db.Sessions.Add(new SessionRow
        {
            Id = row.SessionId.Value,
            TokenKey = sessions.TokenKey(LiveSessions.NewToken()),
            PersonKey = code.PersonKey!,
            SealedUin = code.SealedUin!,
            SealedIndividualId = code.SealedIndividualId,
            Language = row.Language,
            Channel = code.Channel,
            VisitId = row.Id,
            DeskId = row.DeskId,
            Purposes = row.Purposes,
            IsSharedDevice = true,
            SignedInAt = row.ConsentAt ?? now,
            LastSeenAt = now,
            CodeEnteredAt = now,
        });
        await trail.AppendAsync(db, AuditEvent.SignedIn, AuditResult.Success, code.PersonKey, note: $"visit of {row.OperatorNumber}");
    }
}
