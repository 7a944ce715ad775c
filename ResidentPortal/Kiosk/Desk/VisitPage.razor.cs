using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Kiosk.Frame;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Desk;

/// <summary>A visit from the operator's side: what is to be done now, what may be seen, the work on each purpose, and the ways to the resident and to the end.</summary>
public sealed partial class VisitPage
{
    private readonly List<FieldError> _errors = [];
    private DeskVisit? _visit;
    private ViewOffer? _link;
    private VisitSummary? _summary;

    [Inject]
    private ShowDeskVisit Show { get; set; } = default!;

    [Inject]
    private OfferView Offer { get; set; } = default!;

    [Inject]
    private TakeAwayAct TakeAway { get; set; } = default!;

    [Inject]
    private AddPurposes Add { get; set; } = default!;

    [Inject]
    private SetSlowAtDesk SetSlow { get; set; } = default!;

    [Inject]
    private FinishVisit Finish { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private List<string>? Ticked { get; set; }

    [SupplyParameterFromForm]
    private bool IsSlow { get; set; }

    [SupplyParameterFromForm]
    private bool IsLeft { get; set; }

    private Guid Duty => KioskState.Of(HttpContext)?.Duty?.Id ?? Guid.Empty;

    private IReadOnlyList<VisitPurpose> Others => [.. Enum.GetValues<VisitPurpose>().Where(purpose => !_visit!.Purposes.Contains(purpose) && !_visit.NewPurposes.Contains(purpose))];

    protected override Task OnInitializedAsync() => ReadAsync();

    // Whether it is the resident's turn.
    private static bool IsForResident(DeskVisit visit) => visit is { State: not VisitState.Agreed } or { NewPurposes.Count: > 0 } or { Act.Desk: DeskActState.BeforeResident } or { Print: PrintState.OnPaper };

    private static string NextKey(DeskVisit visit) => visit switch
    {
        { View: ViewPlace.OtherScreen, IsViewOpened: true } when IsForResident(visit) => "Visit.Next.Waits",
        { State: VisitState.BeforeResident, View: ViewPlace.OtherScreen } => "Visit.Next.Open",
        { State: not VisitState.Agreed } => "Visit.Next.Start",
        { NewPurposes.Count: > 0 } => "Visit.Next.More",
        { Act.Desk: DeskActState.BeforeResident } => "Visit.Next.Act",
        { Print: PrintState.OnPaper } => "Visit.Next.Paper",
        _ => "Visit.Next.Agreed",
    };

    private async Task ReadAsync()
    {
        (await Show.ExecuteAsync(Duty, withFields: true, HttpContext.RequestAborted)).Try(out _visit, out _);
        if (_visit is null or { State: VisitState.Ended } && HttpMethods.IsGet(HttpContext.Request.Method))
        {
            Navigation.NavigateTo(Links.Desk);
        }
    }

    private async Task HandOverAsync()
    {
        if (Tell(await Offer.ExecuteAsync(Duty, ViewPlace.SameScreen, HttpContext.RequestAborted), out var offer) && offer.Token is { } token)
        {
            PortalCookies.Write(HttpContext, PortalCookies.Visit, token);
            Navigation.NavigateTo(Links.Visit);
        }
    }

    // The letters are shown once, in the answer to the press: no address holds them.
    private async Task OfferLinkAsync()
    {
        if (Tell(await Offer.ExecuteAsync(Duty, ViewPlace.OtherScreen, HttpContext.RequestAborted), out _link))
        {
            await ReadAsync();
        }
    }

    private async Task TakeAwayAsync() => GoOn((await TakeAway.ExecuteAsync(Duty, HttpContext.RequestAborted)).Problem);

    private async Task SlowAsync() => GoOn((await SetSlow.ExecuteAsync(Duty, IsSlow, HttpContext.RequestAborted)).Problem);

    private async Task AddAsync() => GoOn((await Add.ExecuteAsync(Duty, Purposes.Of(Ticked), HttpContext.RequestAborted)).Problem);

    private async Task FinishAsync()
    {
        var finished = await Finish.ExecuteAsync(Duty, IsLeft, HttpContext.RequestAborted);
        PortalCookies.Delete(HttpContext, PortalCookies.Visit);
        if (!finished.Try(out _summary, out _))
        {
            Navigation.NavigateTo(Links.Desk); // It was over already.
        }
    }

    private void GoOn(Problem? problem)
    {
        if (problem is null || problem == KioskProblems.NoVisit || problem == SessionProblems.VisitOver)
        {
            Navigation.NavigateTo(Links.DeskVisit);
        }
        else
        {
            _errors.Add(new FieldError(problem == KioskProblems.NoPurpose ? PurposeQuestion.Field : null, Problems.Of(problem)));
        }
    }

    private bool Tell<T>(Outcome<T> outcome, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
        where T : class
    {
        if (!outcome.Try(out value, out var problem))
        {
            GoOn(problem);
            return false;
        }

        return true;
    }
}
