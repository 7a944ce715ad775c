using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Devices;

/// <summary>The devices as a supervisor sees them: a code for a new one, its words to compare, and suspending, which counts at once.</summary>
public sealed partial class DevicesPage
{
    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<DeviceEntry> _devices = [];
    private Duty? _duty;
    private EnrolmentOffer? _offer;

    [Inject]
    private ListDevices List { get; set; } = default!;

    [Inject]
    private OfferEnrolment Offer { get; set; } = default!;

    [Inject]
    private ConfirmDevice Confirm { get; set; } = default!;

    [Inject]
    private SuspendDevice Suspend { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Device { get; set; }

    [SupplyParameterFromForm(FormName = "offer")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "offer")]
    private string? Centre { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (KioskState.Of(HttpContext)?.Duty is not { IsSupervisor: true } duty)
        {
            Navigation.NavigateTo(Links.KioskSignIn);
            return;
        }

        _duty = duty;
        await ReadAsync();
    }

    // Not led on: the code is shown in this answer and kept nowhere.
    private async Task OfferAsync()
    {
        if (_duty is null)
        {
            return;
        }

        if (!(await Offer.ExecuteAsync(_duty.Id, Name ?? string.Empty, Centre ?? string.Empty, HttpContext.RequestAborted)).Try(out _offer, out var problem))
        {
            _errors.Add(new FieldError("Name", Problems.Of(problem)));
            return;
        }

        (Name, Centre) = (null, null);
    }

    private Task ConfirmAsync() => DoneAsync(duty => Confirm.ExecuteAsync(duty.Id, Device, CancellationToken.None));

    private Task SuspendAsync() => DoneAsync(duty => Suspend.ExecuteAsync(duty.Id, Device, CancellationToken.None));

    private async Task DoneAsync(Func<Duty, Task<Outcome<Done>>> act)
    {
        if (_duty is null)
        {
            return;
        }

        if ((await act(_duty)).Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            await ReadAsync();
            return;
        }

        Navigation.NavigateTo(Links.KioskDevices);
    }

    private async Task ReadAsync()
    {
        if (!(await List.ExecuteAsync(_duty!.Id, HttpContext.RequestAborted)).Try(out var devices, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }

        _devices = devices ?? [];
    }
}
