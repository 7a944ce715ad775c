using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>The end of a visit: what was done, and nothing of it left in the browser. The device's key and the operator's sign-in stay.</summary>
public sealed partial class EndedPage
{
    private VisitSummary? _summary;
    private bool _isDevice;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override void OnInitialized()
    {
        var state = KioskState.Of(HttpContext);
        if (state?.View is { Step: not ViewStep.Ended })
        {
            Navigation.NavigateTo(Links.Visit);
            return;
        }

        (_summary, _isDevice) = (state?.View?.Summary, state?.IsDevice == true);
        VisitCookies.Delete(HttpContext, _isDevice);
    }
}
