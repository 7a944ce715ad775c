using System.Text.Json;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Core.Updates;

/// <summary>The wish to have data changed, as it was checked: the answers themselves stand in the draft.</summary>
/// <param name="IntentId">The id of the form it was sent with; a second press carries the same and hands in no second packet.</param>
/// <param name="DraftId">The draft.</param>
/// <param name="Version">The version of the draft that was checked: another one is not sent.</param>
/// <param name="Fields">What changes, by attribute.</param>
/// <param name="IsConsented">Whether the resident agreed that the office checks and records it.</param>
public sealed record UpdateOrder(Guid IntentId, Guid DraftId, int Version, IReadOnlyList<string> Fields, bool IsConsented)
{
    /// <summary>What the fields are called, by MOSIP's language code, once the wish is written down.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Labels { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static UpdateOrder OfWish(string wish) => JsonSerializer.Deserialize<UpdateOrder>(wish)!;
}

/// <summary>The wish to discard an update that waits.</summary>
/// <param name="IntentId">The id of the form it was sent with.</param>
public sealed record DiscardUpdateOrder(Guid IntentId)
{
    /// <summary>The event id of the update that is meant; null where any is that waits.</summary>
    public EventId? Of { get; init; }

    /// <summary>Which, once the wish is written down.</summary>
    internal Rid? Rid { get; init; }

    // The number stands in the wish sealed.
    internal string ToWish(Vault vault) => JsonSerializer.Serialize(new Wish(IntentId, vault.Seal(Rid!)));

    internal static DiscardUpdateOrder OfWish(Vault vault, string text)
    {
        var wish = JsonSerializer.Deserialize<Wish>(text)!;
        return new DiscardUpdateOrder(wish.IntentId) { Rid = vault.OpenRid(wish.SealedRid) };
    }

    private sealed record Wish(Guid IntentId, string SealedRid);
}

/// <summary>How far an update has come, as it was seen at the platform.</summary>
/// <param name="Rid">Its request number, to be shown to its owner.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Stages">Each stage that was seen, with the time the platform noted.</param>
/// <param name="SeenAt">When the platform was last asked.</param>
public sealed record UpdateProgress(string Rid, RegistrationState State, IReadOnlyList<StageEntry> Stages, DateTimeOffset SeenAt)
{
    /// <summary>The stage it has reached, or null where none is noted yet.</summary>
    public RegistrationStage? Stage => Stages.Count > 0 ? Stages.Max(entry => entry.Stage) : null;

    /// <summary>The request number in groups, as it is read and typed.</summary>
    public string GroupedRid() => Digits.Group(Rid);

    /// <inheritdoc/>
    public override string ToString() => nameof(UpdateProgress);

    internal string ToText() => JsonSerializer.Serialize(this);

    internal static UpdateProgress OfText(string text) => JsonSerializer.Deserialize<UpdateProgress>(text)!;
}
