using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Languages;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Papers;

/// <summary>Which papers are taken for what, as the country has them in master data.</summary>
public sealed partial class PapersPage
{
    private IReadOnlyList<PaperCategory>? _categories;
    private string? _problem;

    [Inject]
    private ListPapers List { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var listed = await List.ExecuteAsync(Language.Of(System.Globalization.CultureInfo.CurrentUICulture).Code, HttpContext.RequestAborted);
        if (!listed.Try(out _categories, out var problem))
        {
            _problem = Problems.Of(problem);
        }
    }
}
