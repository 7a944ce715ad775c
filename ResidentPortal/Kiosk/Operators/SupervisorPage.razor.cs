using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.Kiosks.Duties;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>What a supervisor can do: devices, operators, counts; never residents.</summary>
public sealed partial class SupervisorPage
{
    private Duty? _duty;

    [Inject]
    private DutyDoor Door { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _duty = await Door.FindSupervisorAsync(HttpContext);
        if (_duty is null)
        {
            Navigation.NavigateTo(Links.KioskSignIn);
        }
    }
}
