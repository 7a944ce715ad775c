using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using ResidentPortal.Components;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Where operators and supervisors say who they are: by number and password, to which a code is still to come, or by a passkey.</summary>
public sealed partial class OperatorSignInPage
{
    private readonly List<FieldError> _errors = [];
    private PasskeyQuestion? _question;

    [Inject]
    private OperatorFactors Factors { get; set; } = default!;

    [Inject]
    private OperatorPasskeys Passkeys { get; set; } = default!;

    [Inject]
    private FactorCookie Cookie { get; set; } = default!;

    [Inject]
    private DutyDoor Door { get; set; } = default!;

    [Inject]
    private IOptions<OperatorIamOptions> Iam { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "joined")]
    private bool Joined { get; set; }

    [SupplyParameterFromQuery(Name = "why")]
    private string? Why { get; set; }

    [SupplyParameterFromForm(FormName = "operator-sign-in")]
    private string? Number { get; set; }

    [SupplyParameterFromForm(FormName = "operator-sign-in")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Answer { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? State { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(HttpContext.Request.Method) && Iam.Value.IsOn && IamReturn.ProblemOf(Why) is { } why)
        {
            Refuse(why);
        }

        _question = await Passkeys.AskAsync(HttpContext);
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            _errors.Add(new FieldError(nameof(Number), Words["Operators.Number.Empty"]));
        }

        if (string.IsNullOrEmpty(Password))
        {
            _errors.Add(new FieldError(nameof(Password), Words["Operators.Password.Empty"]));
        }

        if (_errors.Count > 0)
        {
            return;
        }

        var tried = await Factors.TryPasswordAsync(Number, Password, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (!tried.Try(out var account, out var problem))
        {
            Refuse(problem);
            return;
        }

        Cookie.Write(HttpContext, new FactorState(account.Id));
        Navigation.NavigateTo(Links.KioskFactor);
    }

    private async Task AnswerAsync()
    {
        var tried = await Passkeys.TryAsync(HttpContext, Answer, State, Visitors.Of(HttpContext));
        if (!tried.Try(out var account, out var problem) || (problem = await Door.BeginAsync(HttpContext, account.ToProof())) is not null)
        {
            Refuse(problem);
            return;
        }

        Navigation.NavigateTo(DutyDoor.AfterSignIn(account.ToProof()));
    }

    private void Refuse(Problem problem) => _errors.Add(new FieldError(Field: null, Problems.Of(problem)));

    // Whoever was on duty here reads why it is over.
    private Problem? Over => KioskState.Of(HttpContext)?.DutyProblem;

    private string? ErrorOf(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;
}
