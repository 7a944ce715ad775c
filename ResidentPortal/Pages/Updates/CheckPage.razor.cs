using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Updates;

/// <summary>All answers once more, the old beside the new, and the consent. What is sent is what was shown here: the form carries the version.</summary>
public sealed partial class CheckPage
{
    private readonly List<FieldError> _errors = [];
    private readonly Language _language = Language.Of(CultureInfo.CurrentUICulture);
    private CheckedUpdate? _update;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private CheckUpdate Check { get; set; } = default!;

    [Inject]
    private SendUpdate Send { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    [SupplyParameterFromForm]
    private Guid DraftId { get; set; }

    [SupplyParameterFromForm]
    private int Version { get; set; }

    [SupplyParameterFromForm]
    private bool Consent { get; set; }

    // A wish that was written down is of the version it was written for: answers that changed since are another wish.
    private Guid IntentOfPage => Intent != Guid.Empty && Version == _update!.Version ? Intent : Guid.NewGuid();

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Check.ExecuteAsync(_session, Visitors.Of(HttpContext), _language, HttpContext.RequestAborted)).Try(out _update, out var problem);
        Navigation.Lead(HttpContext, problem);
        if (problem is not null && HttpMethods.IsGet(HttpContext.Request.Method))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }

    private async Task SendAsync()
    {
        var sent = await Send.ExecuteAsync(_session, new UpdateOrder(Intent, DraftId, Version, [], Consent), HttpContext.RequestAborted);
        if (sent.Try(out var eventId, out var problem))
        {
            Navigation.NavigateTo(Links.UpdateOf(eventId.Value));
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]));
        }
        else
        {
            _errors.Add(new FieldError(problem == UpdateProblems.NoConsent && _update is not null ? nameof(Consent) : null, Problems.Of(problem)));
        }
    }

    private string Label(UpdateField field) => field.LabelIn(_language.Code);
}
