using System.Text.Json;

namespace ResidentPortal.Core.Cards;

/// <summary>The wish to have the masked card printed at a kiosk.</summary>
/// <param name="IntentId">The id of the form it was sent with; a second press carries the same and makes no second print.</param>
/// <param name="Centre">The centre, as it stands on the paper.</param>
/// <param name="TimeZone">The zone of the centre's clock.</param>
public sealed record PrintCardOrder(Guid IntentId, string Centre, string TimeZone)
{
    /// <summary>The visit; the flow itself writes it down.</summary>
    public Guid VisitId { get; init; }

    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static PrintCardOrder OfWish(string wish) => JsonSerializer.Deserialize<PrintCardOrder>(wish)!;
}

/// <summary>What stands on a print beside the card.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="At">When, by the clock of the centre.</param>
/// <param name="Count">The how-manieth print of the visit it is.</param>
internal sealed record CardPrint(string Centre, DateTime At, int Count);
