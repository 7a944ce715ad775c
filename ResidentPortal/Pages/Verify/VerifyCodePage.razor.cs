using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Otp;
using ResidentPortal.Pages.SignIn;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Verify;

/// <summary>Takes the code that reached a registered contact, and says that the contact works. Nobody is signed in by it.</summary>
public sealed partial class VerifyCodePage
{
    private readonly List<FieldError> _errors = [];
    private CodeAsked? _code;
    private VerifiedContact? _verified;
    private bool _wantsAnother;

    [Inject]
    private ShowContactVerification Show { get; set; } = default!;

    [Inject]
    private AskToVerifyContactAgain AskAgain { get; set; } = default!;

    [Inject]
    private VerifyContact Enter { get; set; } = default!;

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
        if (!shown.Try(out _code, out _))
        {
            Navigation.NavigateTo(Links.Verify);
        }
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, Words["Code.Field.Empty"]));
            return;
        }

        var entered = await Enter.ExecuteAsync(Browser ?? string.Empty, Code, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (entered.Try(out _verified, out var problem))
        {
            PortalCookies.Delete(HttpContext, PortalCookies.Code);
            return;
        }

        _errors.Add(new FieldError(CodeQuestion.Field, Problems.Of(problem)));
        _wantsAnother = OtpProblems.WantsAnother(problem);
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

        Navigation.NavigateTo(Links.VerifyCode);
    }
}
