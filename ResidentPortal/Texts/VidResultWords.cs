using Microsoft.Extensions.Localization;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Texts;

/// <summary>What came of an act on VIDs, in words: also what the platform did without being asked; and what withdrawing a sharing still changed.</summary>
public static class VidResultWords
{
    /// <summary>The sentences; nothing for other acts, and for those that are not done.</summary>
    public static string? Of(this IStringLocalizer<Words> words, ActReceipt receipt) => (receipt.Order, receipt.Result as VidResult) switch
    {
        (GenerateVidOrder order, { Masked: { } made, ReplacedMasked: null }) => words.Say("Vids.Done.Made", ("type", words.Of(order.Type)), ("number", made)),
        (GenerateVidOrder order, { Masked: { } made, ReplacedMasked: { } gone }) => words.Say("Vids.Done.Replaced", ("type", words.Of(order.Type)), ("number", made), ("old", gone)),
        (RevokeVidOrder, { Masked: null, ReplacedMasked: { } gone }) => words.Say("Vids.Done.Stopped", ("number", gone)),
        (RevokeVidOrder, { Masked: { } made, ReplacedMasked: { } gone }) => words.Say("Vids.Done.Restored", ("number", gone), ("new", made)),
        _ => receipt.Result is WithdrawResult withdrawn ? words.Of(withdrawn.Effect) : null,
    };
}
