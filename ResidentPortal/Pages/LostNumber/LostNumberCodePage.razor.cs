using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.LostNumber;

/// <summary>Takes the code that proves the contact. What follows is the same whatever there is to find.</summary>
public sealed partial class LostNumberCodePage
{
    private readonly List<FieldError> _errors = [];
    private CodeAsked? _code;
    private LostNumberTaken? _taken;
    private bool _wantsAnother;

    [Inject]
    private ShowLostNumberCode Show { get; set; } = default!;

    [Inject]
    private AskToFindLostNumberAgain AskAgain { get; set; } = default!;

    [Inject]
    private FindLostNumber Enter { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Code { get; set; }

    private string? Browser => PortalCookies.Read(HttpContext, PortalCookies.Code);

    protected override async Task OnInitializedAsync()
    {
        var shown = Browser is { } browser ? await Show.ExecuteAsync(browser, HttpContext.RequestAborted) : OtpProblems.NoneActive;
        if (!shown.Try(out _code, out _))
        {
            Navigation.NavigateTo(Links.LostNumber);
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
        if (entered.Try(out _taken, out var problem))
        {
            PortalCookies.Delete(HttpContext, PortalCookies.Code);
            return;
        }

        _errors.Add(new FieldError(CodeQuestion.Field, Problems.Of(problem)));
        _wantsAnother = OtpProblems.WantsAnother(problem);
    }

    private async Task AskAgainAsync()
    {
        var asked = await AskAgain.ExecuteAsync(Browser ?? string.Empty, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (asked.Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            _wantsAnother = true;
            return;
        }

        Navigation.NavigateTo(Links.LostNumberCode);
    }
}
