using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Centres;

/// <summary>
/// Finds registration centres by place and by name, which stand in the address so that a list can be kept and shared, and around a position, which comes with a POST and
/// stands nowhere.
/// </summary>
public sealed partial class CentresPage
{
    private readonly List<FieldError> _errors = [];
    private CentreResults? _results;
    private IReadOnlyList<CentreFacts>? _near;

    [Inject]
    private FindCentres Find { get; set; } = default!;

    [Inject]
    private FindNearCentres FindNear { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "place")]
    private string? Place { get; set; }

    [SupplyParameterFromQuery(Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? Page { get; set; }

    [SupplyParameterFromForm(FormName = "near")]
    private string? Latitude { get; set; }

    [SupplyParameterFromForm(FormName = "near")]
    private string? Longitude { get; set; }

    private string Heading => _near is not null ? Words["Centres.Near.Title"]
        : _results is { Path: [.., var place] } ? Words.Say("Centres.In", ("place", place.Name))
        : Words["Centres.Title"];

    private static string Reader => Language.Of(System.Globalization.CultureInfo.CurrentUICulture).Code;

    protected override async Task OnInitializedAsync()
    {
        var search = new CentreSearch(Place, Name, int.TryParse(Page, System.Globalization.CultureInfo.InvariantCulture, out var page) ? page : 1);
        var found = await Find.ExecuteAsync(search, Reader, HttpContext.RequestAborted);
        if (found.Problem == CommonProblems.NotFound)
        {
            // A place that is no more: all the others are still there.
            _errors.Add(new FieldError(Field: null, Words["Centres.NoPlace"]));
            Place = null;
            found = await Find.ExecuteAsync(search with { Place = null }, Reader, HttpContext.RequestAborted);
        }

        if (!found.Try(out _results, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }

    private async Task FindNearAsync()
    {
        if (!(await FindNear.ExecuteAsync(Latitude, Longitude, Reader, HttpContext.RequestAborted)).Try(out _near, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }
}
