using System.Text.Json;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Cards;

/// <summary>Which number a card shows.</summary>
public enum CardChoice
{
    /// <summary>The UIN with all but its last digits hidden.</summary>
    MaskedUin,

    /// <summary>The whole UIN.</summary>
    Uin,

    /// <summary>A VID in place of the UIN.</summary>
    Vid,

    /// <summary>Chosen data alone.</summary>
    Personal,
}

/// <summary>The wish for a card as a file.</summary>
/// <param name="IntentId">The id of the form it was sent with; a second press carries the same and makes no second card.</param>
/// <param name="Choice">Which number it shows.</param>
/// <param name="VidKey">The VID by its key, where it shows one.</param>
/// <param name="Language">The language of its labels, by MOSIP's code.</param>
public sealed record MakeCardOrder(Guid IntentId, CardChoice Choice, string? VidKey, string Language)
{
    /// <summary>What stands on a card of chosen data.</summary>
    public IReadOnlyList<DisclosureChoice> Chosen { get; init; } = [];

    /// <summary>Whether another program gets the file, which asked with a code of the resident's: then the notice says where the password is to be seen.</summary>
    public bool IsForProgram { get; init; }

    /// <summary>Whether a card of chosen data has a QR code with the same data.</summary>
    public bool HasQr { get; init; }

    internal ActKind Kind => Choice is CardChoice.Vid ? ActKind.MakeVidCard : ActKind.MakeCard;

    internal Language CardLanguage => Languages.Language.Find(Language) ?? Languages.Language.English;

    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static MakeCardOrder OfWish(string wish) => JsonSerializer.Deserialize<MakeCardOrder>(wish)!;
}

/// <summary>The wish for a printed card to the registered address.</summary>
/// <param name="IntentId">The id of the form it was sent with.</param>
/// <param name="IsMasked">Whether all but the last digits of the UIN are hidden.</param>
public sealed record OrderCardOrder(Guid IntentId, bool IsMasked)
{
    /// <summary>The other program that asked for it with a code of the resident's, in its wish by its hash; null where they did it on the pages.</summary>
    public string? Client { get; init; }

    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static OrderCardOrder OfWish(string wish) => JsonSerializer.Deserialize<OrderCardOrder>(wish)!;
}

/// <summary>How far an order has come, as it was seen at the platform.</summary>
/// <param name="Stages">Each stage that was seen, with the time of the first look that found it.</param>
/// <param name="SeenAt">When the platform was last asked.</param>
public sealed record OrderProgress(IReadOnlyList<OrderStageSeen> Stages, DateTimeOffset SeenAt)
{
    /// <summary>The stage it is in.</summary>
    public OrderStage Stage => Stages[^1].Stage;

    private static OrderStage[] Way => [OrderStage.Recorded, OrderStage.WithPrinter, OrderStage.Printing, OrderStage.Printed, OrderStage.InTransit, OrderStage.Delivered];

    /// <summary>The way of an order to its delivery; null where it has left it.</summary>
    internal ActStages? ToStages() => Array.IndexOf(Way, Stage) is var place and >= 0
        ? new ActStages([.. Way.Select(stage => new ActStage(stage.ToString(), Stages.FirstOrDefault(seen => seen.Stage == stage)?.At))], place + 1, SeenAt)
        : null;

    internal OrderProgress With(OrderStage stage, DateTimeOffset now) =>
        new(Stage == stage ? Stages : [.. Stages, new OrderStageSeen(stage, now)], now);

    internal string ToText() => JsonSerializer.Serialize(this);

    internal static OrderProgress OfText(string text) => JsonSerializer.Deserialize<OrderProgress>(text)!;
}

/// <summary>A stage and when it was first seen.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="At">When it was first seen.</param>
public sealed record OrderStageSeen(OrderStage Stage, DateTimeOffset At);
