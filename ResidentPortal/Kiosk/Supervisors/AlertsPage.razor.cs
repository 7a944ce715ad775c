using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Supervisors;

/// <summary>What a supervisor is told of: what looks like misuse, and counts. Operators by their number, residents not at all.</summary>
public sealed partial class AlertsPage
{
    private static readonly string[] Heads = ["Day", "Centre", "Operator", "Visits", "Agreed", "Acts", "Prints"];
    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<MisuseEntry>? _alerts;
    private IReadOnlyList<VisitCount>? _counts;

    [Inject]
    private ListMisuse List { get; set; } = default!;

    [Inject]
    private CloseMisuse Close { get; set; } = default!;

    [Inject]
    private CountVisits Count { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Alert { get; set; }

    private Guid Duty => KioskState.Of(HttpContext)?.Duty?.Id ?? Guid.Empty;

    protected override async Task OnInitializedAsync()
    {
        if (!(await List.ExecuteAsync(Duty, HttpContext.RequestAborted)).Try(out _alerts, out var problem) || !(await Count.ExecuteAsync(Duty, HttpContext.RequestAborted)).Try(out _counts, out problem))
        {
            Tell(problem);
        }
    }

    private async Task CloseAsync()
    {
        if ((await Close.ExecuteAsync(Duty, Alert, HttpContext.RequestAborted)).Problem is { } problem)
        {
            Tell(problem);
            return;
        }

        Navigation.NavigateTo(Links.KioskAlerts);
    }

    private void Tell(Problem problem)
    {
        if (problem == KioskProblems.SupervisorNeeded || problem == KioskProblems.DutyNeeded)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
    }

    private IReadOnlyList<SummaryRow> RowsOf(MisuseEntry alert) =>
    [
        new(Words["Alerts.Count.Centre"], alert.CentreCode, IsCode: true),
        new(Words["Alerts.Count.Operator"], alert.OperatorNumber, IsCode: true),
        new(Words["Alerts.Count.Visits"], alert.Count.ToString(System.Globalization.CultureInfo.CurrentCulture)),
        new(Words["Alerts.First"], Moments.DayAndTime(alert.FirstAt)),
        new(Words["Alerts.Last"], Moments.DayAndTime(alert.LastAt)),
    ];
}
