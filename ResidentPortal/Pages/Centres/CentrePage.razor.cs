using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Centres;

/// <summary>One registration centre: where it is, when it is open, and the holidays that come next.</summary>
public sealed partial class CentrePage
{
    private const int ShownHolidays = 5;

    private CentreFacts? _facts;
    private string? _problem;

    [Parameter]
    public required string Id { get; set; }

    [Inject]
    private ShowCentre Show { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private List<SummaryRow> Rows => [.. All.Where(row => row.Text is not null).Select(row => new SummaryRow(row.Term, row.Text!))];

    private List<Holiday> Coming => [.. _facts!.Days.Holidays.Where(holiday => holiday.Day >= DateOnly.FromDateTime(Moments.Now)).Take(ShownHolidays)];

    private IEnumerable<(string Term, string? Text)> All =>
    [
        (Words["Centres.Address"], CentreWords.AddressLine(_facts!.Centre)),
        (Words["Centres.When"], Words.Hours(_facts.Centre)),
        (Words["Centres.Days"], CentreWords.WorkingDays(_facts.Days)),
    ];

    protected override async Task OnInitializedAsync()
    {
        var shown = await Show.ExecuteAsync(Id, Language.Of(System.Globalization.CultureInfo.CurrentUICulture).Code, HttpContext.RequestAborted);
        if (!shown.Try(out _facts, out var problem))
        {
            HttpContext.Response.StatusCode = problem == CommonProblems.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            _problem = Problems.Of(problem);
        }
    }
}
