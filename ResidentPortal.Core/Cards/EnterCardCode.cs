using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>Takes the code at a link to a card. What it gives opens this one card until it was fetched, and nothing else: nobody is signed in by it.</summary>
public sealed class EnterCardCode(IDbContextFactory<PortalDbContext> databases, CardLinks links, CardShelf shelf, CodeCheck check)
{
    /// <summary>The proof for <see cref="CardTicket.Of(string)"/>. Problems: <see cref="CardProblems.Gone"/>, those of <see cref="CodeCheck.EnterAsync"/>.</summary>
    public async Task<Outcome<CardProof>> ExecuteAsync(string? token, string browserToken, string? typedCode, Visitor visitor, CancellationToken cancellationToken = default)
    {
        if (!(await links.FindAsync(token, cancellationToken)).Try(out var row, out var problem)
            || !(await check.EnterAsync(links.HolderKey(browserToken, row), CodePurpose.FetchCard, typedCode, visitor, cancellationToken)).Try(out var code, out problem))
        {
            return problem;
        }

        if (!string.Equals(code.PersonKey, row.PersonKey, StringComparison.Ordinal))
        {
            return OtpProblems.NoneActive;
        }

        // The link is used up: what fetches the card from here on is the proof alone.
        var proof = CardShelf.NewToken();
        var proofKey = shelf.ProofKey(proof);
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        return await db.CardFiles.Where(one => one.EventId == row.EventId && one.LinkKey == row.LinkKey).ExecuteUpdateAsync(
            update => update.SetProperty(one => one.ProofKey, proofKey).SetProperty(one => one.LinkKey, (string?)null), CancellationToken.None) == 1
            ? new CardProof(proof)
            : CardProblems.Gone;
    }
}

/// <summary>The proof that the code at a link was entered.</summary>
/// <param name="Text">256 random bits in base64url, here and in the browser's page alone.</param>
public sealed record CardProof(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(CardProof);
}
