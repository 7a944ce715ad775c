using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Sharing;

/// <summary>With whom data may be shared, to choose from. What is searched for is the name of an organisation.</summary>
public sealed partial class PartnersPage
{
    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<Partner>? _partners;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ListPartners List { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "name")]
    private string? Name { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (await List.ExecuteAsync(await Current.FindIdAsync(), Name, HttpContext.RequestAborted)).Try(out _partners, out var problem);
        if (problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }
}
