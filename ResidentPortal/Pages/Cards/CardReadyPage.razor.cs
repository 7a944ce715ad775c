using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Cards;

/// <summary>A card that was made: fetch it, see its password, have a link sent. The file and its password never come together.</summary>
public sealed partial class CardReadyPage
{
    private WaitingCard? _card;
    private ShownCardPassword? _password;
    private Problem? _problem;
    private Guid _session;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowCardFile Show { get; set; } = default!;

    [Inject]
    private ShowAct ShowAct { get; set; } = default!;

    [Inject]
    private ShowCardPassword ShowPassword { get; set; } = default!;

    [Inject]
    private SendCardLink SendLink { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(CardTicket.Of(_session, EventId), HttpContext.RequestAborted)).Try(out _card, out _);
        if (_card is not null)
        {
            return;
        }

        // Made more than a day ago, it is forgotten; not made yet or not made at all, the receipt says which.
        if ((await ShowAct.ExecuteAsync(_session, EventId, HttpContext.RequestAborted)).Try(out var act, out _) && act is { Kind: ActKind.MakeCard or ActKind.MakeVidCard, State: ActState.Confirmed })
        {
            _problem = CardProblems.Gone;
            return;
        }

        Navigation.NavigateTo(Links.RequestOf(EventId));
    }

    private async Task ShowPasswordAsync() => (await ShowPassword.ExecuteAsync(CardTicket.Of(_session, EventId), HttpContext.RequestAborted)).Try(out _password, out _problem);

    private async Task SendLinkAsync()
    {
        _problem = (await SendLink.ExecuteAsync(_session, EventId, HttpContext.RequestAborted)).Problem;
        if (_problem is null)
        {
            // Loading the page again must not send another.
            Navigation.NavigateTo(Links.CardOf(EventId));
        }
    }
}
