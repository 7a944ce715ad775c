using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Pages.SignIn;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Confirm;

/// <summary>Asks for a code before a sensitive act. The act was written down before; the code's POST proves it, runs the act and leads to the receipt.</summary>
public sealed partial class ConfirmPage
{
    private readonly List<FieldError> _errors = [];
    private ActReceipt? _act;
    private CodeAsked? _code;
    private Guid _session;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowAct ShowAct { get; set; } = default!;

    [Inject]
    private ShowFreshCode ShowCode { get; set; } = default!;

    [Inject]
    private AskForFreshCode Ask { get; set; } = default!;

    [Inject]
    private EnterFreshCode Enter { get; set; } = default!;

    [Inject]
    private ContinueAct Continue { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Code { get; set; }

    [SupplyParameterFromForm]
    private string? Channel { get; set; }

    private bool HasCode => _code is not null && Clock.GetUtcNow() < _code.ExpiresAt;

    private IReadOnlyList<Choice> Channels =>
        [new(SignInPage.Phone, Words["SignIn.Channel.Phone"], Words["SignIn.Channel.Phone.Hint"]), new(SignInPage.Email, Words["SignIn.Channel.Email"])];

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        var shown = await ShowAct.ExecuteAsync(_session, EventId, HttpContext.RequestAborted);
        if (!shown.Try(out _act, out _))
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (_act.State is not ActState.Draft)
        {
            Navigation.NavigateTo(Links.RequestOf(_act.EventId.Value));
            return;
        }

        _code = (await ShowCode.ExecuteAsync(_session, HttpContext.RequestAborted)).Try(out var code, out _) ? code : null;
    }

    private async Task AskAsync()
    {
        var asked = await Ask.ExecuteAsync(_session, SignInPage.ChannelOf(Channel), Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (asked.Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            return;
        }

        Navigation.NavigateTo(Links.ConfirmAct(EventId));
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, Words["Code.Field.Empty"]));
            return;
        }

        var entered = await Enter.ExecuteAsync(_session, Code, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (!entered.Try(out var ticket, out var problem))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, Problems.Of(problem)));
            return;
        }

        PortalCookies.Write(HttpContext, PortalCookies.Session, ticket.Token);
        var act = await Continue.ExecuteAsync(_session, EventId, HttpContext.RequestAborted);
        if (act.Problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(act.Problem)));
            return;
        }

        Navigation.NavigateTo(Links.RequestOf(EventId));
    }
}
