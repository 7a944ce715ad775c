using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Updates;

/// <summary>Proves a new phone or e-mail address by a code that is sent there.</summary>
public sealed partial class ContactPage
{
    private readonly List<FieldError> _errors = [];
    private readonly Language _language = Language.Of(CultureInfo.CurrentUICulture);
    private ShownContact? _contact;
    private Guid _session;

    [Parameter]
    public string Field { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowNewContact Show { get; set; } = default!;

    [Inject]
    private AskForNewContactCode Ask { get; set; } = default!;

    [Inject]
    private EnterNewContactCode Enter { get; set; } = default!;

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

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, Visitors.Of(HttpContext), Field, HttpContext.RequestAborted)).Try(out _contact, out var problem);
        Navigation.Lead(HttpContext, problem);
        if (problem is not null && HttpMethods.IsGet(HttpContext.Request.Method))
        {
            Tell(problem, field: null);
        }
    }

    private async Task AskAsync()
    {
        var asked = await Ask.ExecuteAsync(_session, Visitors.Of(HttpContext), Field, _language, HttpContext.RequestAborted);
        if (asked.Problem is { } problem)
        {
            Tell(problem, field: null);
            return;
        }

        Navigation.NavigateTo(Links.TaskOf(UpdateTaskKind.Proof, Field));
    }

    private async Task EnterAsync()
    {
        // A second press finds that it is proved.
        if (_contact is { IsProved: true })
        {
            Navigation.NavigateTo(Links.Update);
            return;
        }

        if (string.IsNullOrWhiteSpace(Code))
        {
            _errors.Add(new FieldError(CodeQuestion.Field, Words["Code.Field.Empty"]));
            return;
        }

        var entered = await Enter.ExecuteAsync(_session, Visitors.Of(HttpContext), Field, Code, HttpContext.RequestAborted);
        if (entered.Try(out var next, out var problem))
        {
            Navigation.NavigateTo(Links.After(next));
            return;
        }

        Tell(problem, HasCode ? CodeQuestion.Field : null);
    }

    private void Tell(Problem problem, string? field) => _errors.Add(new FieldError(field, Problems.Of(problem)));
}
