using System.Text.Json.Serialization;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Api.VirtualIds;

/// <summary>One of a resident's own VIDs, with its whole number.</summary>
internal sealed record VidReply
{
    // What the platform says of a VID that does not expire.
    private static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 59, 59, 100, TimeSpan.Zero);

    /// <summary>The VID, 16 digits.</summary>
    public required string Vid { get; init; }

    /// <summary>Its type, such as <c>PERPETUAL</c>.</summary>
    public required string VidType { get; init; }

    /// <summary>Always <c>ACTIVE</c>.</summary>
    public string VidStatus { get; } = "ACTIVE";

    /// <summary>The VID with its last four digits alone.</summary>
    public required string MaskedVid { get; init; }

    /// <summary>Always null: the platform keeps them to itself.</summary>
    public object? HashAttributes { get; }

    /// <summary>When it runs out, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c>; in the year 9999 where it never does.</summary>
    public required string ExpiryTimestamp { get; init; }

    /// <summary>When it was made, likewise; null where the platform does not say. (The name is spelt so.)</summary>
    [JsonPropertyName("genratedOnTimestamp")]
    public string? GeneratedOnTimestamp { get; init; }

    /// <summary>How many uses it stands; null for any number.</summary>
    public int? TransactionLimit { get; init; }

    /// <summary>How many uses are left; null for any number, or where it is not known.</summary>
    public int? TransactionsLeftCount { get; init; }

    /// <summary>The reply of a VID.</summary>
    public static VidReply Of(WholeVid vid) => new()
    {
        Vid = vid.Vid.Reveal(),
        VidType = vid.Entry.Type.Name.ToUpperInvariant(),
        MaskedVid = vid.Entry.Masked,
        ExpiryTimestamp = Inputs.Stamp(vid.Entry.ExpiresAt ?? Never),
        GeneratedOnTimestamp = vid.Entry.CreatedAt is { } at ? Inputs.Stamp(at) : null,
        TransactionLimit = vid.Entry.Uses,
        TransactionsLeftCount = vid.Entry.UsesLeft,
    };
}
