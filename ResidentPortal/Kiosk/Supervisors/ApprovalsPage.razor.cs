using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Supervisors;

/// <summary>The acts that want a second person (S-77): a supervisor, or another operator of the centre. They go and look; here stands no more than where.</summary>
public sealed partial class ApprovalsPage
{
    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<ApprovalEntry>? _waiting;

    [Inject]
    private ListApprovals List { get; set; } = default!;

    [Inject]
    private ApproveAct Approve { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Visit { get; set; }

    [SupplyParameterFromForm]
    private string? Answer { get; set; }

    private Guid Duty => KioskState.Of(HttpContext)?.Duty?.Id ?? Guid.Empty;

    protected override async Task OnInitializedAsync()
    {
        if (!(await List.ExecuteAsync(Duty, HttpContext.RequestAborted)).Try(out _waiting, out var problem))
        {
            Tell(problem);
        }
    }

    private async Task AnswerAsync()
    {
        if (Answer is not ("yes" or "no"))
        {
            return;
        }

        if ((await Approve.ExecuteAsync(Duty, Visit, Answer is "yes", HttpContext.RequestAborted)).Problem is { } problem)
        {
            Tell(problem);
            return;
        }

        Navigation.NavigateTo(Links.KioskApprovals);
    }

    private void Tell(Problem problem)
    {
        if (problem == KioskProblems.SupervisorNeeded || problem == KioskProblems.DutyNeeded)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
    }
}
