using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>Hands out the file of a card, once; from then on nothing of it is kept.</summary>
public sealed class DeliverCard(CardShelf shelf)
{
    /// <summary>The protected PDF. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's), <see cref="CardProblems.Gone"/>.</summary>
    public async Task<Outcome<CardFile>> ExecuteAsync(CardTicket ticket, CancellationToken cancellationToken = default) =>
        (await shelf.FindAsync(ticket, cancellationToken)).Try(out var row, out var problem) ? (await shelf.HandOutAsync(row)).Then(pdf => new CardFile(pdf)) : problem;
}

/// <summary>The file of a card.</summary>
/// <param name="Pdf">The protected PDF.</param>
public sealed record CardFile(byte[] Pdf)
{
    /// <summary>What the browser is to call it: it says nothing about anybody.</summary>
    public static string Name => "id-card.pdf";

    /// <inheritdoc/>
    public override string ToString() => nameof(CardFile);
}
