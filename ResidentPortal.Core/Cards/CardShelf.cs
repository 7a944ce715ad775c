using System.Buffers.Text;
using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>The cards that wait to be fetched. Each is handed out once, to its owner's sign-in or to whoever opened the link with a code from the owner's contact.</summary>
public sealed class CardShelf(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, LookupKeys keys, Vault vault, AuditTrail trail, TimeProvider clock)
{
    /// <summary>A new token for a link, 256 random bits in base64url.</summary>
    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash under which a token in a link is found.</summary>
    internal string LinkKey(string token) => keys.Hash("card-link", token);

    /// <summary>The hash under which the proof of an entered code is found.</summary>
    internal string ProofKey(string proof) => keys.Hash("card-proof", proof);

    /// <summary>The row a ticket opens. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's).</summary>
    internal async Task<Outcome<CardFileRow>> FindAsync(CardTicket ticket, CancellationToken cancellationToken)
    {
        Expression<Func<CardFileRow, bool>> which;
        if (ticket.Proof is { } proof)
        {
            var proofKey = ProofKey(proof);
            which = row => row.ProofKey == proofKey;
        }
        else
        {
            if (!(await sessions.FindAsync(ticket.SessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
            {
                return problem;
            }

            if (!EventId.TryParse(ticket.EventId, out var id))
            {
                return CommonProblems.NotFound;
            }

            // What waits for a printer at a kiosk has no password, and goes nowhere else.
            which = row => row.EventId == id.Value && row.PersonKey == session.PersonKey && row.SealedPassword != string.Empty;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CardFiles.AsNoTracking().SingleOrDefaultAsync(which, cancellationToken) is { } found ? found : CommonProblems.NotFound;
    }

    /// <summary>Whether the file can still be fetched.</summary>
    internal bool IsThere(CardFileRow row) => row.SealedFile is not null && clock.GetUtcNow() < row.ExpiresAt;

    /// <summary>The file, handed out once. Problem: <see cref="CardProblems.Gone"/>.</summary>
    internal async Task<Outcome<byte[]>> HandOutAsync(CardFileRow row)
    {
        if (!IsThere(row) || vault.Open(CardActs.FilePurpose, row.SealedFile) is not { } file)
        {
            return CardProblems.Gone;
        }

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isFirst = await db.CardFiles.Where(one => one.EventId == row.EventId && one.SealedFile != null).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.SealedFile, (string?)null).SetProperty(one => one.DeliveredAt, now).SetProperty(one => one.LinkKey, (string?)null)) == 1;
        await trail.AppendAsync(db, AuditEvent.CardDelivered, isFirst ? AuditResult.Success : AuditResult.Failure, row.PersonKey, row.EventId);
        await transaction.CommitAsync();
        return isFirst ? Convert.FromBase64String(file) : CardProblems.Gone;
    }
}

/// <summary>What opens a card that waits: a sign-in and the number of the act, or the proof that a code was entered at the link.</summary>
public sealed record CardTicket
{
    private CardTicket(Guid sessionId, string? eventId, string? proof) => (SessionId, EventId, Proof) = (sessionId, eventId, proof);

    internal Guid SessionId { get; }

    internal string? EventId { get; }

    internal string? Proof { get; }

    /// <summary>The ticket of a sign-in.</summary>
    public static CardTicket Of(Guid sessionId, string? eventId) => new(sessionId, eventId, proof: null);

    /// <summary>The ticket of a link whose code was entered.</summary>
    public static CardTicket Of(string proof) => new(Guid.Empty, eventId: null, proof);

    /// <inheritdoc/>
    public override string ToString() => nameof(CardTicket);
}
