using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Updates;

/// <summary>Where changes of data begin and go on: what is on its way, what came back, what was begun on another device, what is left to do.</summary>
public sealed partial class UpdatePage
{
    private readonly List<FieldError> _errors = [];
    private UpdateOverview? _overview;
    private bool _isCodeSent;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowUpdate Show { get; set; } = default!;

    [Inject]
    private DiscardUpdate Stop { get; set; } = default!;

    [Inject]
    private ReopenUpdate Reopen { get; set; } = default!;

    [Inject]
    private ResumeDraft Resume { get; set; } = default!;

    [Inject]
    private SendResumeCode SendCode { get; set; } = default!;

    [Inject]
    private DiscardDraft Forget { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    [SupplyParameterFromForm]
    private string? EventId { get; set; }

    [SupplyParameterFromForm]
    private string? ResumeCode { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, Visitors.Of(HttpContext), Language.Of(CultureInfo.CurrentUICulture), HttpContext.RequestAborted)).Try(out _overview, out var problem);
        Tell(problem);
    }

    private async Task StopAsync()
    {
        var stopped = await Stop.ExecuteAsync(_session, new DiscardUpdateOrder(Intent), HttpContext.RequestAborted);
        if (stopped.Try(out var eventId, out var problem))
        {
            Navigation.NavigateTo(Links.OutcomeOf(ActKind.DiscardUpdate, eventId.Value));
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]));
        }
        else
        {
            GoOn(problem);
        }
    }

    private async Task ReopenAsync() => GoOn((await Reopen.ExecuteAsync(_session, Visitors.Of(HttpContext), EventId, HttpContext.RequestAborted)).Problem);

    private async Task ForgetAsync() => GoOn((await Forget.ExecuteAsync(_session, HttpContext.RequestAborted)).Problem);

    private async Task ResumeAsync() => GoOn((await Resume.ExecuteAsync(_session, Visitors.Of(HttpContext), ResumeCode, HttpContext.RequestAborted)).Problem);

    private async Task SendCodeAsync()
    {
        var problem = (await SendCode.ExecuteAsync(_session, HttpContext.RequestAborted)).Problem;
        _isCodeSent = problem is null;
        Tell(problem);
    }

    // What was done shows on the page itself, loaded anew; that there is nothing left to do it for, too.
    private void GoOn(Problem? problem)
    {
        if (problem is null || problem == UpdateProblems.NoDraft || problem.Kind is ProblemKind.NotFound)
        {
            Navigation.NavigateTo(Links.Update);
        }
        else
        {
            Tell(problem);
        }
    }

    private void Tell(Problem? problem)
    {
        if (problem is not null)
        {
            _errors.Add(new FieldError(problem == UpdateProblems.WrongResumeCode ? DraftElsewhere.Field : null, Problems.Of(problem)));
        }
    }
}
