using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>How the history of an identity is read from the platform (section <c>AuthHistory</c>).</summary>
public sealed class AuthHistoryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "AuthHistory";

    /// <summary>How many entries are read at once.</summary>
    [Range(20, 1000, ErrorMessage = "must be between 20 and 1000.")]
    public int PageRows { get; set; } = 500;

    /// <summary>How far back is looked, in entries.</summary>
    [Range(500, 100_000, ErrorMessage = "must be between 500 and 100000.")]
    public int MostRows { get; set; } = 10_000;
}
