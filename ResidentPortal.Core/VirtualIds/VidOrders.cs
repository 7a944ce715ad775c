using System.Text.Json;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>The wish for a new VID.</summary>
/// <param name="IntentId">The id of the form it was sent with; a second press carries the same and makes no second VID.</param>
/// <param name="Type">The type.</param>
/// <param name="AcceptsReplacement">The resident knows that the oldest of this type goes out of use for it.</param>
public sealed record GenerateVidOrder(Guid IntentId, VidType Type, bool AcceptsReplacement = false)
{
    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static GenerateVidOrder OfWish(string wish) => JsonSerializer.Deserialize<GenerateVidOrder>(wish)!;
}

/// <summary>The wish to take a VID out of use.</summary>
/// <param name="IntentId">The id of the form it was sent with.</param>
/// <param name="VidKey">The VID by its key (<see cref="VidEntry.Key"/>).</param>
public sealed record RevokeVidOrder(Guid IntentId, string VidKey)
{
    /// <summary>The number, masked, once the wish is written down.</summary>
    public string? Masked { get; init; }

    /// <summary>The type, once the wish is written down.</summary>
    public VidType? Type { get; init; }

    // The number stands in the wish sealed: a page shows it masked long after the platform has forgotten it.
    internal string ToWish(Vault vault, IssuedVid vid) => JsonSerializer.Serialize(new Wish(IntentId, VidKey, vid.Type, vault.Seal(IndividualId.Of(vid.Vid))));

    internal static RevokeVidOrder OfWish(Vault vault, string text)
    {
        var wish = JsonSerializer.Deserialize<Wish>(text)!;
        return new RevokeVidOrder(wish.IntentId, wish.VidKey) { Type = wish.Type, Masked = vault.OpenIndividualId(wish.SealedVid).ToString() };
    }

    private sealed record Wish(Guid IntentId, string VidKey, VidType Type, string SealedVid);
}

/// <summary>What came of making or revoking a VID, as a page may show it.</summary>
/// <param name="Masked">The VID that was made, or that the platform put in the place of a revoked one, masked; null where there is none.</param>
/// <param name="ReplacedMasked">The VID that went out of use for it, masked.</param>
public sealed record VidResult(string? Masked, string? ReplacedMasked)
{
    /// <summary>The key of the VID that was made or put in the place of another (<see cref="VidEntry.Key"/>).</summary>
    public string? Key { get; init; }

    internal string ToText() => JsonSerializer.Serialize(this);

    internal static VidResult OfText(string text) => JsonSerializer.Deserialize<VidResult>(text)!;
}
