using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using ResidentPortal.Components;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Oidc;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.SignIn;

/// <summary>Asks for the number to sign in with, and where the code is to go. What follows is the same for every number.</summary>
public sealed partial class SignInPage
{
    internal const string Phone = "phone";
    internal const string Email = "email";

    private readonly List<FieldError> _errors = [];

    [Inject]
    private AskForSignInCode Ask { get; set; } = default!;

    [Inject]
    private IOptions<OidcOptions> Provider { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Elsewhere { get; set; }

    [SupplyParameterFromForm]
    private string? Number { get; set; }

    [SupplyParameterFromForm]
    private string? Channel { get; set; }

    [SupplyParameterFromForm]
    private bool Shared { get; set; }

    private IReadOnlyList<Choice> Channels =>
        [new(Phone, Words["SignIn.Channel.Phone"], Words["SignIn.Channel.Phone.Hint"]), new(Email, Words["SignIn.Channel.Email"])];

    internal static OtpChannel? ChannelOf(string? value) => value switch
    {
        Phone => OtpChannel.Phone,
        Email => OtpChannel.Email,
        _ => null,
    };

    // Whoever comes back from the provider without a sign-in reads why: words of a closed list, whatever the address says.
    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(HttpContext.Request.Method) && Provider.Value.IsOn && Enum.TryParse<ProviderEnd>(Elsewhere, ignoreCase: true, out var end) && Enum.IsDefined(end))
        {
            _errors.Add(new FieldError(Field: null, Say($"SignIn.Elsewhere.{end}")));
        }
    }

    private string Say(string key) => Words.Say(key, ("name", Provider.Value.Name));

    private async Task AskAsync()
    {
        var number = IndividualId.Parse(Number, out var fault);
        if (number is null)
        {
            _errors.Add(new FieldError(nameof(Number), Words[$"SignIn.Number.{fault}"]));
        }

        if (ChannelOf(Channel) is not { } channel)
        {
            _errors.Add(new FieldError(nameof(Channel), Words["SignIn.Channel.Empty"]));
            return;
        }

        if (number is null)
        {
            return;
        }

        var browser = PortalCookies.ReadOrSet(HttpContext, PortalCookies.Code);
        var wish = new SignInCodeWish(number, channel, browser, Shared, Language.Of(CultureInfo.CurrentUICulture), Visitors.Of(HttpContext));
        var asked = await Ask.ExecuteAsync(wish, HttpContext.RequestAborted);
        if (asked.Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            return;
        }

        Navigation.NavigateTo(Links.SignInCode);
    }

    private string? ErrorOf(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;
}
