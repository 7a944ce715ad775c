using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Languages;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.NotMe;

/// <summary>Where "This was not me" in a message leads: one button, without sign-in. What is too old, was never a link, or was used reads the same way and changes nothing.</summary>
public sealed partial class NotMePage
{
    private AlarmState? _state;

    [Parameter]
    public string Token { get; set; } = string.Empty;

    [Inject]
    private ShowAlarm Show { get; set; } = default!;

    [Inject]
    private RaiseAlarm Raise { get; set; } = default!;

    [Inject]
    private IStringLocalizer<Words> Words { get; set; } = default!;

    [Inject]
    private Moments Moments { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override async Task OnInitializedAsync() =>
        (await Show.ExecuteAsync(AlarmTicket.Of(Token), Language.Of(CultureInfo.CurrentUICulture), HttpContext.RequestAborted)).Try(out _state, out _);

    private async Task PressAsync()
    {
        if (_state is not null && (await Raise.ExecuteAsync(AlarmTicket.Of(Token), Words.ReportOf(_state, Moments), HttpContext.RequestAborted)).IsSuccess)
        {
            Navigation.NavigateTo(Links.NotMeOf(Token));
        }
    }
}
