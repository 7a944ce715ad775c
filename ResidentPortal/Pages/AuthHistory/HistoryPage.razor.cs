using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.AuthHistory;

/// <summary>Who used the identity, day by day, each use a whole sentence. What is looked for stands in the address, so that back and refresh work and nothing is held between requests.</summary>
public sealed partial class HistoryPage
{
    private HistorySearch _search = new();
    private AuthHistoryPage? _history;
    private Problem? _problem;
    private int _number;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowAuthHistory Show { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "time")]
    private string? Time { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "way")]
    private string? Way { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    private string? Outcome { get; set; }

    [SupplyParameterFromQuery(Name = "by")]
    private string? By { get; set; }

    [SupplyParameterFromQuery(Name = "number")]
    private string? Number { get; set; }

    [SupplyParameterFromQuery(Name = "own")]
    private string? Own { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageNumber { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _search = new HistorySearch { Time = Time, From = From, To = To, Way = Way, Outcome = Outcome, By = By, Number = Number, Own = Own };
        var page = int.TryParse(PageNumber, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var typed) && typed is > 0 and < 100_000 ? typed : 1;
        var shown = await Show.ExecuteAsync(await Current.FindIdAsync(), _search.ToFilter(Moments), page, HttpContext.RequestAborted);
        _ = shown.Try(out _history, out _problem);
    }
}
