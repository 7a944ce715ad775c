using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Security;

/// <summary>Where a resident is signed in, with a button for each other sign-in, and which there were before.</summary>
public sealed partial class SecurityPage
{
    private readonly List<FieldError> _errors = [];
    private SignInOverview? _signIns;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowSignIns Show { get; set; } = default!;

    [Inject]
    private EndSignIns End { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    [SupplyParameterFromForm]
    private Guid SignIn { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, HttpContext.RequestAborted)).Try(out _signIns, out var problem);
        if (problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }

    private Task EndAsync() => EndAsync(SignIn);

    private Task EndAllAsync() => EndAsync(signInId: null);

    private async Task EndAsync(Guid? signInId)
    {
        var ended = await End.ExecuteAsync(_session, new EndSignInsOrder(Intent, signInId), HttpContext.RequestAborted);
        if (ended.Try(out var eventId, out var problem))
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

    private IReadOnlyList<SummaryRow> RowsOf(SignInEntry ended) =>
    [
        new(Words["Security.Since"], Moments.DayAndTime(ended.SignedInAt)),
        new(Words["Security.Until"], Words.EndOf(ended, Moments)),
        Words.WayOf(ended),
    ];
}
