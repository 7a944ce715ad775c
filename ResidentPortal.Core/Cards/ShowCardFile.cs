using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>Shows whether a card that was made can still be fetched, and what is to be known of it.</summary>
public sealed class ShowCardFile(CardShelf shelf)
{
    /// <summary>The card. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (also another person's, and one made more than a day ago).</summary>
    public async Task<Outcome<WaitingCard>> ExecuteAsync(CardTicket ticket, CancellationToken cancellationToken = default) =>
        (await shelf.FindAsync(ticket, cancellationToken)).Then(row => new WaitingCard(shelf.IsThere(row), row.ExpiresAt, row.DeliveredAt, row.Photo, row.PasswordOrigin, row.LinkSentAt));
}

/// <summary>A card that was made.</summary>
/// <param name="IsThere">Whether it can still be fetched.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="DeliveredAt">When it was handed out.</param>
/// <param name="Photo">What became of the photo.</param>
/// <param name="PasswordOrigin">Where its password comes from.</param>
/// <param name="LinkSentAt">When a link to it was sent.</param>
public sealed record WaitingCard(bool IsThere, DateTimeOffset ExpiresAt, DateTimeOffset? DeliveredAt, PhotoState Photo, CardPasswordOrigin PasswordOrigin, DateTimeOffset? LinkSentAt);
