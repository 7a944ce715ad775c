using System.Text.Json;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sharing;

/// <summary>The wish to share data with an organisation.</summary>
/// <param name="IntentId">The id of the form it was sent with; a second press carries the same and shares nothing twice.</param>
/// <param name="PartnerId">The organisation.</param>
/// <param name="Choices">What it is to get: names of fields, formats and masks, never a value.</param>
/// <param name="Purpose">What for, in the resident's own words.</param>
/// <param name="IsConsented">Whether the resident agreed.</param>
public sealed record ShareDataOrder(Guid IntentId, string PartnerId, IReadOnlyList<DisclosureChoice> Choices, string? Purpose, bool IsConsented)
{
    /// <summary>What the organisation is called, once the wish is written down.</summary>
    public string PartnerName { get; init; } = string.Empty;

    /// <summary>The other program that asked for it with a code of the resident's, by its hash; null where they did it on the pages.</summary>
    public string? Client { get; init; }

    /// <summary>The attributes behind the choices, once the wish is written down.</summary>
    internal IReadOnlyList<ShareItem> Items { get; init; } = [];

    /// <summary>Without the purpose.</summary>
    public override string ToString() => nameof(ShareDataOrder);

    // What another program asked for are whole attributes by their names: many of them have room as names alone. A purpose may say more of a person than any attribute: it stands in the wish sealed.
    internal string ToWish(Vault vault) => JsonSerializer.Serialize(new Wish(IntentId, PartnerId, PartnerName, Items, Purpose is null ? null : vault.Seal(PurposePurpose, Purpose), Client, Client is null ? null : [.. Choices.Select(choice => choice.Name)]));

    internal static ShareDataOrder OfWish(Vault vault, string text)
    {
        var wish = JsonSerializer.Deserialize<Wish>(text)!;
        return new ShareDataOrder(wish.IntentId, wish.PartnerId, wish.Names is null ? [.. wish.Items.Select(item => item.Choice)] : [.. wish.Names.Select(name => new DisclosureChoice(name))], vault.Open(PurposePurpose, wish.SealedPurpose), IsConsented: true)
        {
            PartnerName = wish.PartnerName, Items = wish.Items, Client = wish.Client,
        };
    }

    private const string PurposePurpose = "share-purpose";

    private sealed record Wish(Guid IntentId, string PartnerId, string PartnerName, IReadOnlyList<ShareItem> Items, string? SealedPurpose, string? Client = null, IReadOnlyList<string>? Names = null);
}

/// <summary>The wish to withdraw a sharing.</summary>
/// <param name="IntentId">The id of the form it was sent with.</param>
/// <param name="ShareEventId">The number of the sharing.</param>
public sealed record WithdrawShareOrder(Guid IntentId, string ShareEventId)
{
    /// <summary>What the organisation is called, once the wish is written down.</summary>
    public string PartnerName { get; init; } = string.Empty;

    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static WithdrawShareOrder OfWish(string wish) => JsonSerializer.Deserialize<WithdrawShareOrder>(wish)!;
}

/// <summary>What came of withdrawing.</summary>
/// <param name="Effect">What it still changed.</param>
public sealed record WithdrawResult(WithdrawEffect Effect)
{
    internal string ToText() => JsonSerializer.Serialize(this);

    internal static WithdrawResult OfText(string text) => JsonSerializer.Deserialize<WithdrawResult>(text)!;
}

/// <summary>What withdrawing a sharing still changed.</summary>
public enum WithdrawEffect
{
    /// <summary>Nothing had been handed over, and nothing will be.</summary>
    InTime,

    /// <summary>The organisation has the data: the consent is withdrawn, the data are not called back.</summary>
    TooLate,

    /// <summary>Whether the organisation got the data is not known; the consent is withdrawn.</summary>
    Unclear,
}
