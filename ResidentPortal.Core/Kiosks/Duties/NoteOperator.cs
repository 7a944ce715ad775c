using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>Writes into the trail what became of an operator's account. The core keeps no accounts: whoever keeps them tells it.</summary>
public sealed class NoteOperator(IDbContextFactory<PortalDbContext> databases, AuditTrail trail)
{
    /// <summary>Notes one act.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="number">The number of the operator; null where it is nobody's.</param>
    /// <param name="by">The number of the supervisor who did it, where one did.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<Done>> ExecuteAsync(OperatorAct act, string? number, string? by = null, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var isRefusal = act is OperatorAct.PasswordRefused or OperatorAct.CodeRefused or OperatorAct.PasskeyRefused or OperatorAct.IamRefused;
        var note = $"{act}, {number ?? "nobody"}{(by is null ? string.Empty : $", by {by}")}";
        await trail.AppendAsync(db, isRefusal ? AuditEvent.Refused : AuditEvent.OperatorChanged, isRefusal ? AuditResult.Failure : AuditResult.Success, note: note);
        await transaction.CommitAsync(CancellationToken.None);
        return default(Done);
    }
}

/// <summary>What becomes of an operator's account.</summary>
public enum OperatorAct
{
    /// <summary>It was added, with a link to join.</summary>
    Added,

    /// <summary>It was given a new link, and lost what it was signed in with.</summary>
    Linked,

    /// <summary>Its owner chose two factors.</summary>
    Joined,

    /// <summary>It was suspended.</summary>
    Suspended,

    /// <summary>It was opened again.</summary>
    Reopened,

    /// <summary>A password was wrong, or the account may not sign in.</summary>
    PasswordRefused,

    /// <summary>A code was wrong or used.</summary>
    CodeRefused,

    /// <summary>A passkey did not prove the account.</summary>
    PasskeyRefused,

    /// <summary>The platform's account service said something that opens no duty.</summary>
    IamRefused,
}
