using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Visits;

/// <summary>The resident's visits at a desk, the newest first.</summary>
public sealed partial class VisitsPage
{
    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<OwnVisitEntry>? _visits;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ListOwnVisits List { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (!(await List.ExecuteAsync(await Current.FindIdAsync(), HttpContext.RequestAborted)).Try(out _visits, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }
}
