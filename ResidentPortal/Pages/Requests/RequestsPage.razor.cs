using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Requests;

/// <summary>All requests of a resident a page at a time: found by what they are about, their state, their days and their number, which stand in the address.</summary>
public sealed partial class RequestsPage
{
    private readonly List<FieldError> _errors = [];
    private RequestList? _list;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ListRequests List { get; set; } = default!;

    [Inject]
    private PinRequest Pins { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private Moments Moments { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "what")]
    private string? What { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")]
    private string? Until { get; set; }

    [SupplyParameterFromQuery(Name = "number")]
    private string? Number { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? Page { get; set; }

    [SupplyParameterFromForm(FormName = "pin")]
    private string? Pin { get; set; }

    [SupplyParameterFromForm(FormName = "pin")]
    private string? Unpin { get; set; }

    private RequestSearch Search => new() { What = What, State = State, From = From, Until = Until, Number = Number };

    private int PageNumber => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    private List<Choice> Groups => [.. Enum.GetValues<ActGroup>().Select(group => new Choice(group.ToString(), Words[$"Requests.Group.{group}"]))];

    private List<Choice> States => [.. Enum.GetValues<ActProgress>().Select(progress => new Choice(progress.ToString(), Words[$"Requests.Progress.{progress}"]))];

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        if (Search.Fault is { } fault)
        {
            _errors.Add(new FieldError(fault.Field, Words[fault.Word]));
            return;
        }

        if (!(await List.ExecuteAsync(_session, Search.ToFilter(Moments), new RequestPart(PageNumber), HttpContext.RequestAborted)).Try(out _list, out var problem))
        {
            _errors.Add(new FieldError(problem == HistoryProblems.NoEventId ? "number" : null, Problems.Of(problem)));
        }
    }

    private string? ErrorOf(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;

    private async Task PinAsync()
    {
        var pinned = await Pins.ExecuteAsync(_session, Pin ?? Unpin, isPinned: Pin is not null, HttpContext.RequestAborted);
        if (pinned.Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
        else
        {
            Navigation.NavigateTo(Search.At(Links.Requests, PageNumber));
        }
    }
}
