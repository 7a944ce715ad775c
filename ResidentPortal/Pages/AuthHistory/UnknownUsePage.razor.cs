using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.AuthHistory;

/// <summary>"I do not know this": shows the use again, takes a note, locks what its owner wants locked, and makes a ticket for the staff.</summary>
public sealed partial class UnknownUsePage
{
    private const int LongestNote = 1000;

    private readonly List<FieldError> _errors = [];
    private QuestionedUse? _shown;
    private bool _isLastWay;
    private Guid _session;

    [Parameter]
    public string Use { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowUse Show { get; set; } = default!;

    [Inject]
    private ReportUnknownUse Report { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    [SupplyParameterFromForm]
    private string? Locks { get; set; }

    [SupplyParameterFromForm]
    private string? Note { get; set; }

    [SupplyParameterFromForm]
    private bool Accepts { get; set; }

    private UnknownUseLocks Chosen => Enum.TryParse<UnknownUseLocks>(Locks, out var chosen) && Enum.IsDefined(chosen) ? chosen
        : _shown is { CanLockWay: true } ? UnknownUseLocks.Way
        : UnknownUseLocks.None;

    private List<Choice> Choices =>
    [
        .. Enum.GetValues<UnknownUseLocks>().Where(choice => choice is not UnknownUseLocks.Way || _shown!.CanLockWay)
            .Select(choice => new Choice(choice.ToString(), Words[$"Unknown.Locks.{choice}"], Words[$"Unknown.Locks.{choice}.Hint"])),
    ];

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        if (!(await Show.ExecuteAsync(_session, Use, HttpContext.RequestAborted)).Try(out _shown, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            HttpContext.Response.StatusCode = problem.Kind is ProblemKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        }
    }

    private async Task ReportAsync()
    {
        var note = Note?.ReplaceLineEndings("\n");
        if (_shown is null || Intent == Guid.Empty)
        {
            return;
        }

        if (note?.Length > LongestNote)
        {
            _errors.Add(new FieldError(nameof(Note), Words.Say("Unknown.Note.Long", ("most", LongestNote))));
            return;
        }

        var report = new UnknownUseReport(Intent, Use, Chosen) { Note = note, AcceptsLastWay = Accepts };
        if (!(await Report.ExecuteAsync(_session, report, HttpContext.RequestAborted)).Try(out var ticket, out var problem))
        {
            _errors.Add(new FieldError(problem == AuthHistoryProblems.NothingToLock ? nameof(Locks) : null, Problems.Of(problem)));
        }
        else if (ticket.LockProblem is not { } open)
        {
            Navigation.NavigateTo(Links.UseReportOf(ticket.EventId.Value));
        }
        else if (string.Equals(open.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)open.Facts["eventId"]));
        }
        else
        {
            // The ticket is made; sent again, the same form finds it and tries the locks once more.
            _isLastWay = string.Equals(open.Key, AuthLockProblems.LastWay.Key, StringComparison.Ordinal);
            _errors.Add(new FieldError(nameof(Locks), Words.Say("Unknown.NotLocked", ("number", ticket.EventId.Grouped))));
            _errors.Add(new FieldError(nameof(Locks), Problems.Of(open)));
        }
    }
}
