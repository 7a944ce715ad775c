using System.Text.Json;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>What a resident wishes to be locked or unlocked, as one act.</summary>
public sealed record LockOrder
{
    /// <summary>The id of the form it was sent with; a second press carries the same and changes nothing.</summary>
    public required Guid IntentId { get; init; }

    /// <summary>The wished changes, each auth type once.</summary>
    public required IReadOnlyList<AuthTypeChange> Changes { get; init; }

    /// <summary>The resident knows that no way to receive codes will be left.</summary>
    public bool AcceptsLastWay { get; init; }

    /// <summary>"This was not me" was pressed: nobody is there who would ask again, so that it is tried until it is done.</summary>
    public bool IsAlarm { get; init; }

    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static LockOrder OfWish(string wish) => JsonSerializer.Deserialize<LockOrder>(wish)!;
}
