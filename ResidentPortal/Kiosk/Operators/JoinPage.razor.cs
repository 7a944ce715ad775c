using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Branding;
using ResidentPortal.Components;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Where a new operator chooses how to sign in: a password and an app that makes codes, or a passkey. Only the end of it changes the account.</summary>
public sealed partial class JoinPage
{
    private readonly List<FieldError> _errors = [];
    private OperatorAccount? _account;
    private PasskeyQuestion? _question;
    private string? _key;

    [Inject]
    private OperatorJoin Join { get; set; } = default!;

    [Inject]
    private OperatorPasskeys Passkeys { get; set; } = default!;

    [Inject]
    private OperatorTries Tries { get; set; } = default!;

    [Inject]
    private FactorCookie Cookie { get; set; } = default!;

    [Inject]
    private Brand Brand { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [Parameter]
    public string Token { get; set; } = string.Empty;

    [SupplyParameterFromForm(FormName = "join-password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "join-password")]
    private string? Repeated { get; set; }

    [SupplyParameterFromForm(FormName = "join-code")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Answer { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? State { get; set; }

    private string Issuer => Brand.Name(Language.Of(CultureInfo.CurrentUICulture)) ?? Words["Portal.Name"];

    protected override async Task OnInitializedAsync()
    {
        _account = await Join.FindAsync(Token, HttpContext.RequestAborted);
        if (_account is null)
        {
            return;
        }

        _key = Chosen()?.CodeKey;
        _question = _key is null ? await Passkeys.AskForNewAsync(HttpContext, _account) : null;
    }

    private void Choose()
    {
        if (_account is null)
        {
            return;
        }

        if (PasswordRules.Judge(Password, _account) is { } fault)
        {
            _errors.Add(new FieldError(nameof(Password), Words[$"Operators.Password.{fault}"]));
        }
        else if (!string.Equals(Password, Repeated, StringComparison.Ordinal))
        {
            _errors.Add(new FieldError(nameof(Repeated), Words["Operators.Password.Differs"]));
        }
        else
        {
            Cookie.Write(HttpContext, Join.Choose(_account, Password!));
            Navigation.NavigateTo(Links.KioskJoinOf(Token));
        }
    }

    private async Task FinishAsync()
    {
        var visitor = Visitors.Of(HttpContext);
        Problem? problem = Chosen() is null ? OperatorProblems.JoinOver : await Tries.JudgeAsync(visitor, HttpContext.RequestAborted);
        problem ??= (await Join.FinishAsync(Chosen()!, Code, HttpContext.RequestAborted)).Problem;
        if (problem is null)
        {
            FactorCookie.Delete(HttpContext);
            Navigation.NavigateTo(Links.KioskSignInJoined);
            return;
        }

        await Tries.NoteAsync(visitor);
        _errors.Add(new FieldError(problem == OperatorProblems.CodeWrong ? AppCodeQuestion.Field : null, Problems.Of(problem)));
    }

    private async Task AnswerAsync()
    {
        var passkey = _account is null ? null : await Passkeys.JudgeNewAsync(HttpContext, _account, Answer, State);
        var problem = passkey is null ? OperatorProblems.PasskeyWrong : (await Join.FinishAsync(_account!, passkey)).Problem;
        if (problem is null)
        {
            Navigation.NavigateTo(Links.KioskSignInJoined);
            return;
        }

        _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
    }

    // What was chosen by another link is nothing here.
    private FactorState? Chosen() => Cookie.Read(HttpContext) is { JoinKey: { } key } state && string.Equals(key, _account?.JoinKey, StringComparison.Ordinal) ? state : null;

    private string? ErrorOf(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;
}
