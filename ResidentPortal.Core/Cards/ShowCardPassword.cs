using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>Shows the password of a card to whoever may fetch the card, on request and never with the file. Each time is audited.</summary>
public sealed class ShowCardPassword(IDbContextFactory<PortalDbContext> databases, CardShelf shelf, Vault vault, AuditTrail trail)
{
    /// <summary>The password. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's, and of a card made more than a day ago).</summary>
    public async Task<Outcome<ShownCardPassword>> ExecuteAsync(CardTicket ticket, CancellationToken cancellationToken = default)
    {
        if (!(await shelf.FindAsync(ticket, cancellationToken)).Try(out var row, out var problem))
        {
            return problem;
        }

        if (vault.Open(CardActs.PasswordPurpose, row.SealedPassword) is not { } password)
        {
            return CommonProblems.NotFound;
        }

        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await trail.AppendAsync(db, AuditEvent.CardPasswordShown, AuditResult.Success, row.PersonKey, row.EventId);
        await transaction.CommitAsync(CancellationToken.None);
        return new ShownCardPassword(password, row.PasswordOrigin);
    }
}

/// <summary>A password to be typed.</summary>
/// <param name="Text">The letters and digits, in exactly this form.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record ShownCardPassword(string Text, CardPasswordOrigin Origin)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ShownCardPassword);
}
