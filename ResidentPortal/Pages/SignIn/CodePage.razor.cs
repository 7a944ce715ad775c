using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.SignIn;

/// <summary>Takes the code, and offers other ways when none comes. It stands for as long as the code lives, whatever the phone does meanwhile.</summary>
public sealed partial class CodePage
{
    private readonly List<FieldError> _errors = [];
    private CodeAsked? _code;
    private bool _wantsAnother;

    [Inject]
    private ShowSignInCode Show { get; set; } = default!;

    [Inject]
    private AskForSignInCodeAgain AskAgain { get; set; } = default!;

    [Inject]
    private Core.Sessions.SignIn Enter { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Code { get; set; }

    [SupplyParameterFromForm]
    private string? Channel { get; set; }

    private string? Browser => PortalCookies.Read(HttpContext, PortalCookies.Code);

    protected override async Task OnInitializedAsync()
    {
        var shown = Browser is { } browser ? await Show.ExecuteAsync(browser, HttpContext.RequestAborted) : OtpProblems.NoneActive;
        if (shown.Try(out _code, out _))
        {
            return;
        }

        Navigation.NavigateTo(Links.SignIn);
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, Words["Code.Field.Empty"]));
            return;
        }

        var entered = await Enter.ExecuteAsync(Browser ?? string.Empty, Code, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (!entered.Try(out var ticket, out var problem))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, Problems.Of(problem)));
            _wantsAnother = OtpProblems.WantsAnother(problem);
            return;
        }

        PortalCookies.Delete(HttpContext, PortalCookies.Code);
        PortalCookies.Write(HttpContext, PortalCookies.Session, ticket.Token);
        Navigation.NavigateTo(Links.Home);
    }

    private async Task AskAgainAsync()
    {
        var asked = await AskAgain.ExecuteAsync(Browser ?? string.Empty, SignInPage.ChannelOf(Channel) ?? OtpChannel.Phone, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (asked.Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            _wantsAnother = true;
            return;
        }

        Navigation.NavigateTo(Links.SignInCode);
    }
}
