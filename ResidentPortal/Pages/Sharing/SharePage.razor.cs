using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Sharing;

/// <summary>What an organisation is to get and what for, then exactly what it will see and the consent. The form carries the choice from the one to the other, and no value.</summary>
public sealed partial class SharePage
{
    private const string Choosing = "choose";
    private const string Sending = "send";

    private readonly List<FieldError> _errors = [];
    private ShareOffer? _offer;
    private IReadOnlyList<DisclosureChoice> _chosen = [];
    private IReadOnlyList<DisclosedField>? _shown;
    private Guid _intent;
    private Guid _session;

    [Parameter]
    public string Partner { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowShareOffer Show { get; set; } = default!;

    [Inject]
    private ShareWithPartner Share { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Step { get; set; }

    [SupplyParameterFromForm]
    private bool Again { get; set; }

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    [SupplyParameterFromForm]
    private string? Purpose { get; set; }

    [SupplyParameterFromForm]
    private bool Consent { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, Partner, HttpContext.RequestAborted)).Try(out _offer, out var problem);
        _chosen = DisclosureAnswers.Read(HttpContext);
        if (problem is { Kind: ProblemKind.NotFound })
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        if (problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
        else if (Step is Sending && !Again)
        {
            _intent = Intent;
            _offer!.Of(_chosen).Try(out _shown, out _);
        }
    }

    private Task GoOnAsync() => (Step, Again) switch
    {
        (Sending, false) => SendAsync(),
        (Choosing, _) => CheckAsync(),
        _ => Task.CompletedTask,
    };

    // A choice that was changed is another wish: it gets a number of its own.
    private Task CheckAsync()
    {
        IReadOnlyList<DisclosedField>? shown = null;
        if (_offer is not null && !_offer.Of(_chosen).Try(out shown, out var wrong))
        {
            _errors.Add(new FieldError(FirstField(), Problems.Of(wrong)));
        }

        if (SharePurpose.Read(Purpose).Problem is { } problem)
        {
            _errors.Add(new FieldError(nameof(Purpose), Problems.Of(problem)));
        }

        if (_errors.Count == 0)
        {
            (_shown, _intent) = (shown, Guid.NewGuid());
        }

        return Task.CompletedTask;
    }

    private async Task SendAsync()
    {
        var sent = await Share.ExecuteAsync(_session, new ShareDataOrder(Intent, Partner, _chosen, Purpose, Consent), HttpContext.RequestAborted);
        if (sent.Try(out var eventId, out var problem))
        {
            Navigation.NavigateTo(Links.RequestOf(eventId.Value));
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]));
        }
        else if (_offer is not null)
        {
            _errors.Add(new FieldError(problem == SharingProblems.NoConsent && _shown is not null ? nameof(Consent) : null, Problems.Of(problem)));
        }
    }

    // The summary leads to the first question, since none was answered.
    private string? FirstField() => _offer?.Fields.FirstOrDefault(field => field.Parts.Count == 1) is { } field ? DisclosureAnswers.Way + field.Name : null;

    private string? ErrorAt(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;
}
