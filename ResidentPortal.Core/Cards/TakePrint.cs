using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>Hands a print to the desk of its visit, once; from then on nothing of it is kept.</summary>
public sealed class TakePrint(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, ServiceLedger ledger, Vault vault, AuditTrail trail, TimeProvider clock)
{
    /// <summary>
    /// The PDF. Problems: those of the sign-in, <see cref="SessionProblems.OutsidePurpose"/> for anybody but the desk of a visit for it, <see cref="CommonProblems.NotFound"/>
    /// (also a print of another person or another visit), <see cref="CardProblems.Gone"/>.
    /// </summary>
    public async Task<Outcome<CardFile>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.PrintCard, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (session.Visit is not { IsDesk: true } visit)
        {
            return SessionProblems.OutsidePurpose;
        }

        if (!(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var act, out problem))
        {
            return problem;
        }

        return act is { Kind: ActKind.PrintCard, State: ActState.Confirmed } && PrintCardOrder.OfWish(act.Wish).VisitId == visit.VisitId
            ? await HandOutAsync(act, visit)
            : CommonProblems.NotFound;
    }

    private async Task<Outcome<CardFile>> HandOutAsync(ServiceRequestRow act, VisitScope visit)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.CardFiles.AsNoTracking().SingleOrDefaultAsync(one => one.EventId == act.EventId);
        if (row is null || row.ExpiresAt <= now || vault.Open(CardActs.FilePurpose, row.SealedFile) is not { } file)
        {
            return CardProblems.Gone;
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.CardFiles.Where(one => one.EventId == act.EventId).ExecuteDeleteAsync() == 0)
        {
            return CardProblems.Gone;
        }

        await trail.AppendAsync(db, AuditEvent.CardPrinted, AuditResult.Success, act.PersonKey, act.EventId, chain: AuditTrail.Visit(visit.VisitId));
        await transaction.CommitAsync();
        return new CardFile(Convert.FromBase64String(file));
    }
}
