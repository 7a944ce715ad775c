using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Sharing;

/// <summary>What was shared, with whom and what for; each can be withdrawn here.</summary>
public sealed partial class SharingPage
{
    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<ShareEntry>? _shares;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ListShares Show { get; set; } = default!;

    [Inject]
    private WithdrawShare Withdraw { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    [SupplyParameterFromForm]
    private string? Share { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, HttpContext.RequestAborted)).Try(out _shares, out var problem);
        if (problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }

    private async Task WithdrawAsync()
    {
        var withdrawn = await Withdraw.ExecuteAsync(_session, new WithdrawShareOrder(Intent, Share ?? string.Empty), HttpContext.RequestAborted);
        if (withdrawn.Try(out var eventId, out var problem))
        {
            Navigation.NavigateTo(Links.RequestOf(eventId.Value));
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]));
        }
        else
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }
}
