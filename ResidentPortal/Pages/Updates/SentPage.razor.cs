using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Updates;

/// <summary>How far an update has come: where it stands, its number, its stages, and what can be done when it came back.</summary>
public sealed partial class SentPage
{
    private ActReceipt? _act;
    private UpdateProgress? _progress;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowUpdateProgress Show { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private bool IsCancelled => _act!.State is ActState.Cancelled;

    private NoticeKind Kind => _progress!.State switch
    {
        _ when IsCancelled => NoticeKind.Info,
        RegistrationState.Done => NoticeKind.Success,
        RegistrationState.Refused or RegistrationState.RegisterAgain => NoticeKind.Problem,
        RegistrationState.WaitingForPerson => NoticeKind.Warning,
        _ => NoticeKind.Info,
    };

    private List<Step> Stages => [.. Enum.GetValues<RegistrationStage>().Select(stage => new Step(
        Words[$"Track.Stage.{stage}"], _progress!.Stages.FirstOrDefault(seen => seen.Stage == stage) is { } seen ? Moments.DayAndTime(seen.At) : null))];

    private List<SummaryRow> Rows =>
    [
        new(Words["Receipt.Number"], _act!.EventId.Grouped, IsCode: true),
        new(Words["Receipt.When"], Moments.DayAndTime(_act.AskedAt ?? _act.CreatedAt)),
    ];

    protected override async Task OnInitializedAsync()
    {
        (await Show.ExecuteAsync(await Current.FindIdAsync(), EventId, HttpContext.RequestAborted)).Try(out _act, out _);
        _progress = _act?.Result as UpdateProgress;
        if (_progress is null)
        {
            // Not taken yet, not sent, unknown, or another's: the receipt says which.
            Navigation.NavigateTo(Links.RequestOf(EventId));
        }
    }
}
