using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Cards;

/// <summary>What is to stand on a card of one's own choice, then how it will stand there, and has it made.</summary>
public sealed partial class PersonalCardPage
{
    private const string Choosing = "choose";
    private const string Making = "make";

    private readonly List<FieldError> _errors = [];
    private PersonalCardOffer? _offer;
    private IReadOnlyList<DisclosureChoice> _chosen = [];
    private IReadOnlyList<DisclosedField>? _shown;
    private Guid _intent;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowPersonalCard Show { get; set; } = default!;

    [Inject]
    private MakeCard Make { get; set; } = default!;

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
    private bool Qr { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, HttpContext.RequestAborted)).Try(out _offer, out var problem);
        _chosen = DisclosureAnswers.Read(HttpContext);
        if (problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
        else if (Step is Making && !Again)
        {
            _intent = Intent;
            _offer!.Of(_chosen).Try(out _shown, out _);
        }
    }

    private Task GoOnAsync() => (Step, Again) switch
    {
        (Making, false) => MakeAsync(),
        (Choosing, _) => CheckAsync(),
        _ => Task.CompletedTask,
    };

    // A choice that was changed is another wish: it gets a number of its own.
    private Task CheckAsync()
    {
        if (_offer is not null && !_offer.Of(_chosen).Try(out _shown, out var problem))
        {
            _errors.Add(new FieldError(_offer.Fields.FirstOrDefault(field => field.Parts.Count == 1) is { } first ? DisclosureAnswers.Way + first.Name : null, Problems.Of(problem)));
        }

        _intent = Guid.NewGuid();
        return Task.CompletedTask;
    }

    private async Task MakeAsync()
    {
        var order = new MakeCardOrder(Intent, CardChoice.Personal, VidKey: null, Language.Of(CultureInfo.CurrentUICulture).Code) { Chosen = _chosen, HasQr = Qr };
        var made = await Make.ExecuteAsync(_session, order, HttpContext.RequestAborted);
        if (made.Try(out var eventId, out var problem))
        {
            Navigation.NavigateTo(Links.CardOf(eventId.Value));
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]));
        }
        else if (_offer is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }
}
