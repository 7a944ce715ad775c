using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Desk;

/// <summary>
/// Where an operator begins: what the resident wants to do, and in which language they read. While the platform does not answer it offers what everybody may know, and a
/// number in the queue.
/// </summary>
public sealed partial class DeskPage
{
    private const int Farthest = 100_000;

    // An operator does not wait for long to learn that there is nothing to wait for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly List<FieldError> _errors = [];
    private readonly Language _language = Language.Of(CultureInfo.CurrentUICulture);
    private bool? _isReachable;
    private VisitEnd? _end;

    [Inject]
    private StartVisit Start { get; set; } = default!;

    [Inject]
    private ShowLastVisit ShowLast { get; set; } = default!;

    [Inject]
    private ListCentresAround Centres { get; set; } = default!;

    [Inject]
    private OfferedLanguages Languages { get; set; } = default!;

    [Inject]
    private QueueTickets Tickets { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private List<string>? Ticked { get; set; }

    [SupplyParameterFromForm]
    private string? Speaks { get; set; }

    private bool IsReachable => _isReachable is not false;

    private HashSet<VisitPurpose> Chosen => Purposes.Of(Ticked);

    private IReadOnlyList<Choice> Spoken => [.. Languages.All.Select(language => new Choice(language.Code, language.NativeName))];

    protected override async Task OnInitializedAsync()
    {
        if (KioskState.Of(HttpContext) is { Visit: not null } && HttpMethods.IsGet(HttpContext.Request.Method))
        {
            Navigation.NavigateTo(Links.DeskVisit);
            return;
        }

        _isReachable = await AnswersAsync();
        _end = await EndAsync();
    }

    // Whoever pressed "Finish" was told; any other end comes unasked.
    private async Task<VisitEnd?> EndAsync() =>
        (await ShowLast.ExecuteAsync(KioskState.Of(HttpContext)?.Duty?.Id ?? Guid.Empty, HttpContext.RequestAborted)).Try(out var last, out _) && last.End is not VisitEnd.Finished ? last.End : null;

    // Any question to the platform tells whether it answers. This one is about a place in the sea and about nobody, and another each time, so that no answer is an old one.
    private async Task<bool> AnswersAsync()
    {
        using var limit = new CancellationTokenSource(Patience, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, HttpContext.RequestAborted);
        try
        {
            var asked = await Centres.ExecuteAsync(new GeoPoint(0, 0), RandomNumberGenerator.GetInt32(Farthest), _language.Code, either.Token);
            return asked.Problem != CommonProblems.ServiceUnavailable;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task StartAsync()
    {
        var started = await Start.ExecuteAsync(KioskState.Of(HttpContext)?.Duty?.Id ?? Guid.Empty, Chosen, Languages.Find(Speaks) ?? _language, HttpContext.RequestAborted);
        if (started.Problem is { } problem && problem != KioskProblems.VisitOpen)
        {
            _errors.Add(new FieldError(problem == KioskProblems.NoPurpose ? PurposeQuestion.Field : null, Problems.Of(problem)));
            return;
        }

        Navigation.NavigateTo(Links.DeskVisit);
    }

    private Task DrawAsync()
    {
        if (KioskState.Of(HttpContext)?.Duty?.DeviceId is { } device)
        {
            Navigation.NavigateTo(Links.TicketOf(Tickets.Next(device)));
        }

        return Task.CompletedTask;
    }
}
