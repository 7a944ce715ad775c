using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>Writes the staff's answer to a report down, once, and tells its owner that there is one; what it says stands in the portal alone.</summary>
public sealed class AnswerGrievance(IDbContextFactory<PortalDbContext> databases, Vault vault, Notices notices, AuditTrail trail, TimeProvider clock)
{
    /// <summary>How many letters an answer has at most.</summary>
    public const int LongestAnswer = 1500;

    /// <summary>
    /// That it is answered. Problems: <see cref="GrievanceProblems.NoMessage"/>, <see cref="GrievanceProblems.LongMessage"/>, <see cref="CommonProblems.NotFound"/>,
    /// <see cref="GrievanceProblems.Answered"/>.
    /// </summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid ticketId, string answer, CancellationToken cancellationToken = default)
    {
        var text = string.Concat(answer.ReplaceLineEndings("\n").Where(letter => !char.IsControl(letter) || letter is '\n')).Trim();
        if (text.Length is 0 or > LongestAnswer)
        {
            return text.Length == 0 ? GrievanceProblems.NoMessage : GrievanceProblems.LongMessage.With("most", LongestAnswer);
        }

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var (sealedAnswer, now) = (vault.Seal(GrievanceDesk.TextPurpose, text), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await db.Grievances.SingleOrDefaultAsync(one => one.Id == ticketId, cancellationToken);
        if (row is null || row.State is GrievanceState.Answered)
        {
            return row is null ? CommonProblems.NotFound : GrievanceProblems.Answered;
        }

        (row.State, row.SealedAnswer, row.AnsweredAt, row.NextTryAt) = (GrievanceState.Answered, sealedAnswer, now, null);
        notices.Add(db, new Notice(NoticeKind.ProblemAnswered, row.SealedUin, row.Language, $"grievance {row.Id:N} answer", row.EventId));
        await trail.AppendAsync(db, AuditEvent.ProblemAnswered, AuditResult.Success, row.PersonKey, row.EventId);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        notices.Raise();
        return default(Done);
    }
}
