using System.Text.Json;

namespace ResidentPortal.Core.Alarms;

/// <summary>Which sign-ins a resident wishes to end from another one.</summary>
/// <param name="IntentId">The id of the form it was sent with; a second press carries the same and changes nothing.</param>
/// <param name="SignInId">The one to end; null for all but the one that asks.</param>
public sealed record EndSignInsOrder(Guid IntentId, Guid? SignInId)
{
    /// <summary>The sign-in that asked, which goes on.</summary>
    public Guid KeptId { get; init; }

    internal string ToWish() => JsonSerializer.Serialize(this);

    internal static EndSignInsOrder OfWish(string wish) => JsonSerializer.Deserialize<EndSignInsOrder>(wish)!;
}
