using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Checks a card by the text of its QR code, for anybody. Nothing is looked up and nothing is written down: what it proves is that the authority signed this text, and that
/// it is unchanged and in time.
/// </summary>
public sealed class CheckCard(CardCheck check, TimeProvider clock)
{
    /// <summary>What the card says. Problems: those of <see cref="CardCheck.Read"/>.</summary>
    public Task<Outcome<CheckedCard>> ExecuteAsync(string? text) => Task.FromResult(check.Read(text ?? string.Empty, clock.GetUtcNow()));
}
