using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Requests;

/// <summary>The receipt of an act: what was wished, where it stands in true words, and its number. It can be bookmarked and printed.</summary>
public sealed partial class RequestPage
{
    private ActReceipt? _receipt;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowAct Show { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private NoticeKind Kind => _receipt!.State switch
    {
        ActState.Confirmed => NoticeKind.Success,
        ActState.Refused or ActState.Failed => NoticeKind.Problem,
        ActState.Unknown => NoticeKind.Warning,
        _ => NoticeKind.Info,
    };

    private string State => _receipt switch
    {
        { Kind: ActKind.RevealVid, SettledAt: { } shown } => Words.Say("Receipt.Shown", ("time", Moments.Time(shown))),
        { Kind: ActKind.FindLostNumber, SettledAt: { } sent } => Words.Say("Receipt.LostNumber", ("time", Moments.Time(sent))),
        { State: ActState.Confirmed, SettledAt: { } settled } => Words.Say("Receipt.State.Confirmed", ("time", Moments.Time(settled))),
        { State: ActState.Unknown, NextLookAt: { } next } => Words.Say("Receipt.State.Unknown", ("time", Moments.Time(next))),
        { State: ActState.Unknown } => Words[$"Receipt.UnknownForGood.{_receipt.Kind}"],
        { } other => Words[$"Receipt.State.{other.State}"],
        null => string.Empty,
    };

    private List<SummaryRow> Rows =>
    [
        new(Words["Receipt.Number"], _receipt!.EventId.Grouped, IsCode: true),
        new(Words["Receipt.When"], Moments.DayAndTime(_receipt.AskedAt ?? _receipt.CreatedAt)),
    ];

    protected override async Task OnInitializedAsync()
    {
        var shown = await Show.ExecuteAsync(await Current.FindIdAsync(), EventId, HttpContext.RequestAborted);
        if (!shown.Try(out _receipt, out _))
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
