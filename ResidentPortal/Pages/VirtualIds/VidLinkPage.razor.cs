using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Pages.SignIn;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.VirtualIds;

/// <summary>
/// Where the link to a VID leads that the platform made by itself: a code to the registered contact, then the number, once. It goes away by itself after thirty seconds.
/// Nobody is signed in by it.
/// </summary>
public sealed partial class VidLinkPage
{
    private readonly List<FieldError> _errors = [];
    private VidLinkState? _link;
    private RevealedVid? _number;

    [Parameter]
    public string Token { get; set; } = string.Empty;

    [Inject]
    private ShowVidLink Show { get; set; } = default!;

    [Inject]
    private AskForVidLinkCode Ask { get; set; } = default!;

    [Inject]
    private EnterVidLinkCode Enter { get; set; } = default!;

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

    private bool AsksForCode => _number is null && _link is not null;

    private bool HasCode => _link?.Code is { } code && Clock.GetUtcNow() < code.ExpiresAt;

    private IReadOnlyList<Choice> Channels => [new(SignInPage.Phone, Words["SignIn.Channel.Phone"]), new(SignInPage.Email, Words["SignIn.Channel.Email"])];

    protected override async Task OnInitializedAsync() =>
        (await Show.ExecuteAsync(Token, PortalCookies.Read(HttpContext, PortalCookies.Code), HttpContext.RequestAborted)).Try(out _link, out _);

    private async Task AskAsync()
    {
        if (_link is null)
        {
            return;
        }

        var browser = PortalCookies.ReadOrSet(HttpContext, PortalCookies.Code);
        var asked = await Ask.ExecuteAsync(Token, browser, SignInPage.ChannelOf(Channel) ?? OtpChannel.Phone, Language.Of(CultureInfo.CurrentUICulture), Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (asked.Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            return;
        }

        Navigation.NavigateTo(Links.VidLinkOf(Token));
    }

    private async Task EnterAsync()
    {
        if (_link is null)
        {
            return;
        }

        var browser = PortalCookies.Read(HttpContext, PortalCookies.Code) ?? string.Empty;
        var entered = await Enter.ExecuteAsync(Token, browser, Code, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (!entered.Try(out _number, out var problem))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, string.IsNullOrWhiteSpace(Code) ? Words["Code.Field.Empty"] : Problems.Of(problem)));
            return;
        }

        PortalCookies.Delete(HttpContext, PortalCookies.Code);

        // Back to the link, behind which there is nothing now.
        HttpContext.Response.Headers.Append("Refresh", string.Create(CultureInfo.InvariantCulture, $"{(int)RevealVid.Shown.TotalSeconds}; url={Links.VidLinkOf(Token)}"));
    }
}
