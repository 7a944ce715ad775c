using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Takes the code of the operator's app, a short while after the password was right in this browser.</summary>
public sealed partial class FactorPage
{
    private readonly List<FieldError> _errors = [];
    private FactorState? _state;

    [Inject]
    private OperatorFactors Factors { get; set; } = default!;

    [Inject]
    private FactorCookie Cookie { get; set; } = default!;

    [Inject]
    private DutyDoor Door { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Code { get; set; }

    protected override void OnInitialized()
    {
        _state = Cookie.Read(HttpContext);
        if (_state is not { JoinKey: null })
        {
            Navigation.NavigateTo(Links.KioskSignIn);
        }
    }

    private async Task EnterAsync()
    {
        if (_state is not { JoinKey: null })
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Code))
        {
            _errors.Add(new FieldError(AppCodeQuestion.Field, Words["Operators.Code.Empty"]));
            return;
        }

        var tried = await Factors.TryCodeAsync(_state.AccountId, Code, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (!tried.Try(out var account, out var problem))
        {
            _errors.Add(new FieldError(AppCodeQuestion.Field, Problems.Of(problem)));
            return;
        }

        if (await Door.BeginAsync(HttpContext, account.ToProof()) is { } refused)
        {
            // Both factors were right, so that it may be said what is in the way.
            FactorCookie.Delete(HttpContext);
            _errors.Add(new FieldError(Field: null, Problems.Of(refused)));
            return;
        }

        Navigation.NavigateTo(DutyDoor.AfterSignIn(account.ToProof()));
    }
}
