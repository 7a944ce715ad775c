using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>A person registered with the platform, as the ID repository keeps the identity.</summary>
public sealed record Resident
{
    /// <summary>The UIN.</summary>
    public required string Uin { get; init; }

    /// <summary>The perpetual VID the person starts with.</summary>
    public required string Vid { get; init; }

    /// <summary>The RID of the registration that last changed the identity.</summary>
    public required string Rid { get; init; }

    /// <summary>The full name by language code, in the order of the identity document.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>What is special about this resident, for the home page.</summary>
    public required string Note { get; init; }

    /// <summary>The date of birth.</summary>
    public required DateOnly BornOn { get; init; }

    /// <summary>The language the platform writes to the person in.</summary>
    public string PreferredLanguage { get; init; } = "eng";

    /// <summary>The registered phone number, if any.</summary>
    public string? Phone { get; init; }

    /// <summary>The registered e-mail address, if any.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the recorded gender is female.</summary>
    public bool IsFemale { get; init; }

    /// <summary>Whether the record holds codes of gender and places instead of words.</summary>
    public bool IsInCodes { get; init; }

    /// <summary>The attributes that packets have changed, as the identity document holds them.</summary>
    public IReadOnlyDictionary<string, JsonNode> Changed { get; init; } = new Dictionary<string, JsonNode>(StringComparer.Ordinal);

    /// <summary>The status of the UIN: <c>ACTIVATED</c>, <c>BLOCKED</c> or <c>DEACTIVATED</c>.</summary>
    public string Status { get; init; } = "ACTIVATED";

    /// <summary>The first name in the identity document.</summary>
    public string Name => Names.Values.First();

    /// <summary>Whether the person is younger than five, so that ID authentication refuses an OTP.</summary>
    public bool IsChildAt(DateTimeOffset now) => BornOn.AddYears(5) > DateOnly.FromDateTime(now.UtcDateTime);
}
