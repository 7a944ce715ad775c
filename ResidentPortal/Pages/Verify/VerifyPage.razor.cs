using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Pages.SignIn;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Verify;

/// <summary>Asks which registered contact is to be seen to work. What follows is the same for every number.</summary>
public sealed partial class VerifyPage
{
    private readonly List<FieldError> _errors = [];

    [Inject]
    private AskToVerifyContact Ask { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Number { get; set; }

    [SupplyParameterFromForm]
    private string? Channel { get; set; }

    private IReadOnlyList<Choice> Channels => [new(SignInPage.Phone, Words["Verify.Channel.Phone"]), new(SignInPage.Email, Words["Verify.Channel.Email"])];

    private async Task AskAsync()
    {
        var number = IndividualId.Parse(Number, out var fault);
        if (number is null)
        {
            _errors.Add(new FieldError(nameof(Number), Words[$"SignIn.Number.{fault}"]));
        }

        if (SignInPage.ChannelOf(Channel) is not { } channel)
        {
            _errors.Add(new FieldError(nameof(Channel), Words["Verify.Channel.Empty"]));
            return;
        }

        if (number is null)
        {
            return;
        }

        var browser = PortalCookies.ReadOrSet(HttpContext, PortalCookies.Code);
        var wish = new VerifyContactWish(number, channel, browser, Language.Of(CultureInfo.CurrentUICulture), Visitors.Of(HttpContext));
        if ((await Ask.ExecuteAsync(wish, HttpContext.RequestAborted)).Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            return;
        }

        Navigation.NavigateTo(Links.VerifyCode);
    }

    private string? ErrorOf(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;
}
