using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Track;

/// <summary>Tells where a registration stands. The answer comes with the POST itself, so that the number is never part of an address.</summary>
public sealed partial class TrackPage
{
    private readonly List<FieldError> _errors = [];
    private TrackingAnswer? _answer;

    [Inject]
    private TrackRequest Track { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Number { get; set; }

    private NoticeKind Kind => _answer!.State switch
    {
        RegistrationState.Done => NoticeKind.Success,
        RegistrationState.Refused or RegistrationState.RegisterAgain => NoticeKind.Problem,
        RegistrationState.WaitingForPerson => NoticeKind.Warning,
        _ => NoticeKind.Info,
    };

    private List<Step> Stages => _answer!.Steps
        .Select(step => new Step(Words[$"Track.Stage.{step.Stage}"], step.At is { } at ? Moments.DayAndTime(at) : null)).ToList();

    private async Task ShowAsync()
    {
        var tracked = await Track.ExecuteAsync(Number, Visitors.NetworkOf(HttpContext), HttpContext.RequestAborted);
        if (!tracked.Try(out _answer, out var problem))
        {
            _errors.Add(new FieldError(nameof(Number), Problems.Of(problem)));
        }
    }
}
