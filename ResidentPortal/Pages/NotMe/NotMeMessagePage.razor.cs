using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Languages;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.NotMe;

/// <summary>The same for who is signed in, from the list of messages. The press ends this sign-in too: what came of it is read at the address of the link.</summary>
public sealed partial class NotMeMessagePage
{
    private AlarmState? _state;
    private AlarmTicket? _ticket;
    private bool _isNotFound;

    [Parameter]
    public Guid NoticeId { get; set; }

    [Inject]
    private CurrentSession Current { get; set; } = default!;

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

    protected override async Task OnInitializedAsync()
    {
        _ticket = AlarmTicket.Of(await Current.FindIdAsync(), NoticeId);
        (await Show.ExecuteAsync(_ticket, Language.Of(CultureInfo.CurrentUICulture), HttpContext.RequestAborted)).Try(out _state, out var problem);
        _isNotFound = problem is not null && problem != AlarmProblems.TooOld;
        if (_isNotFound)
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task PressAsync()
    {
        if (_state is not null && (await Raise.ExecuteAsync(_ticket!, Words.ReportOf(_state, Moments), HttpContext.RequestAborted)).Try(out var raised, out _))
        {
            Navigation.NavigateTo(Links.NotMeOf(raised.Token));
        }
    }
}
