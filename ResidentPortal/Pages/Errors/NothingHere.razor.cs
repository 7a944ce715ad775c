using Microsoft.AspNetCore.Components;

namespace ResidentPortal.Pages.Errors;

/// <summary>The page the router shows for an address that does not exist, or that a page calls not found.</summary>
public sealed partial class NothingHere
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (HttpContext is { Response.HasStarted: false })
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
