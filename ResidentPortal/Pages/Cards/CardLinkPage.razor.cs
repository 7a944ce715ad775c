using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Pages.SignIn;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Cards;

/// <summary>Where the link in a message leads: a code to the registered contact, then the card. Nobody is signed in by it.</summary>
public sealed partial class CardLinkPage
{
    private readonly List<FieldError> _errors = [];
    private CardLinkState? _link;
    private WaitingCard? _card;
    private ShownCardPassword? _password;

    [Parameter]
    public string Token { get; set; } = string.Empty;

    [Inject]
    private ShowCardLink Show { get; set; } = default!;

    [Inject]
    private AskForCardCode Ask { get; set; } = default!;

    [Inject]
    private EnterCardCode Enter { get; set; } = default!;

    [Inject]
    private ShowCardFile ShowCard { get; set; } = default!;

    [Inject]
    private ShowCardPassword ShowPassword { get; set; } = default!;

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

    [SupplyParameterFromForm]
    private string? Proof { get; set; }

    private bool AsksForCode => _card is null && _link is not null;

    private bool HasCode => _link?.Code is { } code && Clock.GetUtcNow() < code.ExpiresAt;

    private IReadOnlyList<Choice> Channels => [new(SignInPage.Phone, Words["SignIn.Channel.Phone"]), new(SignInPage.Email, Words["SignIn.Channel.Email"])];

    protected override async Task OnInitializedAsync()
    {
        if (Proof is not null)
        {
            await ShowCardAsync();
            return;
        }

        (await Show.ExecuteAsync(Token, PortalCookies.Read(HttpContext, PortalCookies.Code), HttpContext.RequestAborted)).Try(out _link, out _);
    }

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

        Navigation.NavigateTo(Links.CardLinkOf(Token));
    }

    private async Task EnterAsync()
    {
        if (_link is null)
        {
            return;
        }

        var browser = PortalCookies.Read(HttpContext, PortalCookies.Code) ?? string.Empty;
        var entered = await Enter.ExecuteAsync(Token, browser, Code, Visitors.Of(HttpContext), HttpContext.RequestAborted);
        if (!entered.Try(out var proof, out var problem))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, string.IsNullOrWhiteSpace(Code) ? Words["Code.Field.Empty"] : Problems.Of(problem)));
            return;
        }

        PortalCookies.Delete(HttpContext, PortalCookies.Code);
        Proof = proof.Text;
        await ShowCardAsync();
    }

    private async Task ShowCardAsync() => (await ShowCard.ExecuteAsync(CardTicket.Of(Proof!), HttpContext.RequestAborted)).Try(out _card, out _);

    private async Task ShowPasswordAsync()
    {
        if (Proof is not null)
        {
            (await ShowPassword.ExecuteAsync(CardTicket.Of(Proof), HttpContext.RequestAborted)).Try(out _password, out _);
        }
    }
}
