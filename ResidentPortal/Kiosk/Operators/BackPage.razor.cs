using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Takes the screen back from the resident: the same operator proves a factor again.</summary>
public sealed partial class BackPage
{
    private readonly List<FieldError> _errors = [];
    private Duty? _duty;
    private PasskeyQuestion? _question;

    [Inject]
    private OperatorFactors Factors { get; set; } = default!;

    [Inject]
    private OperatorPasskeys Passkeys { get; set; } = default!;

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

    [SupplyParameterFromForm(FormName = "operator-code")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? Answer { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private string? State { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _duty = await Door.FindAsync(HttpContext);
        if (_duty is null)
        {
            Navigation.NavigateTo(Links.KioskSignIn);
            return;
        }

        _question = await Passkeys.AskAsync(HttpContext);
    }

    private async Task EnterAsync()
    {
        if (_duty is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Code))
        {
            _errors.Add(new FieldError(AppCodeQuestion.Field, Words["Operators.Code.Empty"]));
            return;
        }

        await TakeAsync(await Factors.TryCodeAsync(_duty.OperatorId, Code, Visitors.Of(HttpContext), HttpContext.RequestAborted), AppCodeQuestion.Field);
    }

    private async Task AnswerAsync()
    {
        if (_duty is not null)
        {
            await TakeAsync(await Passkeys.TryAsync(HttpContext, Answer, State, Visitors.Of(HttpContext)), field: null);
        }
    }

    // Another operator's passkey takes nothing back: TakeBack judges whose duty it is.
    private async Task TakeAsync(Outcome<OperatorAccount> tried, string? field)
    {
        if (!tried.Try(out var account, out var problem))
        {
            _errors.Add(new FieldError(field, Problems.Of(problem)));
        }
        else if (await Door.TakeBackAsync(HttpContext, account.ToProof()) is { } refused)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(refused)));
        }
        else
        {
            Navigation.NavigateTo(Links.DeskVisit);
        }
    }
}
