using ResidentPortal.Core.History;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Pages.Home;

/// <summary>What the home page is drawn from.</summary>
public sealed class HomeShown
{
    /// <summary>What was asked for last.</summary>
    public IReadOnlyList<RecentRequest> Recent { get; set; } = [];

    /// <summary>Who the portal takes the resident for.</summary>
    public ResidentProfile? Profile { get; set; }

    /// <summary>Why there is no profile.</summary>
    public string? Problem { get; set; }
}
