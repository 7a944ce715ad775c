using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Requests;

/// <summary>The receipt of an act: what was wished, where it stands in true words, and its number. It can be bookmarked and printed.</summary>
public sealed partial class RequestPage
{
    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<ReportedProblem> _reported = [];
    private ReportedProblem? _problem;
    private TrackedReceipt? _request;
    private Guid _session;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowOwnRequest Show { get; set; } = default!;

    [Inject]
    private ShowProblem ShowProblem { get; set; } = default!;

    [Inject]
    private ListProblems ListProblems { get; set; } = default!;

    [Inject]
    private PinRequest Pins { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "pin")]
    private bool IsPinned { get; set; }

    private ActReceipt? Receipt => _request?.Act;

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        if (!(await Show.ExecuteAsync(_session, EventId, HttpContext.RequestAborted)).Try(out _request, out _))
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Receipt is { Kind: ActKind.ReportProblem })
        {
            (await ShowProblem.ExecuteAsync(_session, EventId, HttpContext.RequestAborted)).Try(out _problem, out _);
        }

        _reported = Receipt is null || !(await ListProblems.ExecuteAsync(_session, Receipt.EventId.Value, HttpContext.RequestAborted)).Try(out var reported, out _) ? [] : reported;
    }

    private async Task PinAsync()
    {
        if ((await Pins.ExecuteAsync(_session, EventId, IsPinned, HttpContext.RequestAborted)).Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
        else
        {
            Navigation.NavigateTo(Links.RequestOf(EventId));
        }
    }
}
