using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>Proves a new phone or e-mail address by a code that is sent there: it is the resident who has it and enters it, never the desk.</summary>
public sealed partial class NewContactPage
{
    private readonly List<FieldError> _errors = [];
    private readonly Language _language = Language.Of(CultureInfo.CurrentUICulture);
    private ShownContact? _contact;
    private ResidentView? _view;

    /// <summary>The field of the form.</summary>
    [Parameter]
    public string Field { get; set; } = string.Empty;

    [Inject]
    private ShowNewContact Show { get; set; } = default!;

    [Inject]
    private AskForNewContactCode Ask { get; set; } = default!;

    [Inject]
    private EnterNewContactCode Enter { get; set; } = default!;

    [Inject]
    private TouchVisit Touch { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Code { get; set; }

    private bool HasCode => _contact is { IsProved: false, Code: { } code } && Clock.GetUtcNow() < code.ExpiresAt;

    private Guid Session => _view?.SessionId ?? Guid.Empty;

    protected override async Task OnInitializedAsync()
    {
        _view = KioskState.Of(HttpContext)?.View;
        if (_view is not { SessionId: not null, Step: not ViewStep.Ended })
        {
            Navigation.NavigateTo(Links.Visit);
            return;
        }

        if (!(await Show.ExecuteAsync(Session, Visitors.Of(HttpContext), Field, HttpContext.RequestAborted)).Try(out _contact, out _))
        {
            Navigation.NavigateTo(Links.Visit);
        }
    }

    private async Task AskAsync()
    {
        await Touch.ExecuteAsync(PortalCookies.Read(HttpContext, PortalCookies.Visit));
        Then(await Ask.ExecuteAsync(Session, Visitors.Of(HttpContext), Field, _language, HttpContext.RequestAborted), field: null, Links.VisitContactOf(Field));
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, Words["Code.Field.Empty"]));
            return;
        }

        await Touch.ExecuteAsync(PortalCookies.Read(HttpContext, PortalCookies.Visit));
        Then(await Enter.ExecuteAsync(Session, Visitors.Of(HttpContext), Field, Code, HttpContext.RequestAborted), CodeQuestion.Field, Links.Visit);
    }

    private void Then<T>(Outcome<T> done, string? field, string goal)
    {
        if (done.Problem is { } problem)
        {
            _errors.Add(new FieldError(field, Problems.Of(problem)));
        }
        else
        {
            Navigation.NavigateTo(goal);
        }
    }
}
