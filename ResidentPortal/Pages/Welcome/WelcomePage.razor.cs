using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.Recovery;

namespace ResidentPortal.Pages.Welcome;

/// <summary>The first page: what can be done here. Lost numbers are offered only where the platform lets the portal look for them.</summary>
public sealed partial class WelcomePage
{
    private bool _findsLostNumbers;

    [Inject]
    private ShowLostNumberSearch Show { get; set; } = default!;

    /// <summary>What tells the two forms of the page apart where it is kept.</summary>
    public static async ValueTask<string> VariantAsync(HttpContext context) =>
        (await context.RequestServices.GetRequiredService<ShowLostNumberSearch>().ExecuteAsync(context.RequestAborted)).IsSuccess ? string.Empty : "-without-lost-numbers";

    protected override async Task OnInitializedAsync() => _findsLostNumbers = (await Show.ExecuteAsync()).IsSuccess;
}
