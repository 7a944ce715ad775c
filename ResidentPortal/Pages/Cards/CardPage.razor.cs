using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Cards;

/// <summary>Asks which number the card is to show, and has it made.</summary>
public sealed partial class CardPage
{
    private const string Masked = "masked";
    private const string Whole = "whole";

    private readonly List<FieldError> _errors = [];
    private CardChoices? _choices;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowCardChoices Show { get; set; } = default!;

    [Inject]
    private MakeCard Make { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    // A choice, or the key of a VID.
    [SupplyParameterFromForm]
    private string? Number { get; set; }

    private List<Choice> Numbers =>
    [
        new(Masked, Words.Say("Card.Number.Masked", ("number", _choices!.MaskedUin)), Words["Card.Number.Masked.Hint"]),
        .. _choices.Vids.Select(vid => new Choice(vid.Key, Words.Say("Card.Number.Vid", ("name", vid.Label ?? Words.Of(vid.Type)), ("number", vid.Masked)), Words["Card.Number.Vid.Hint"])),
        new(Whole, Words["Card.Number.Whole"], Words["Card.Number.Whole.Hint"]),
    ];

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, HttpContext.RequestAborted)).Try(out _choices, out var problem);
        if (problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }

    private async Task MakeAsync()
    {
        var choice = Number switch { Masked => CardChoice.MaskedUin, Whole => CardChoice.Uin, _ => CardChoice.Vid };
        var order = new MakeCardOrder(Intent, choice, choice is CardChoice.Vid ? Number : null, Language.Of(CultureInfo.CurrentUICulture).Code);
        var made = await Make.ExecuteAsync(_session, order, HttpContext.RequestAborted);
        if (made.Try(out var eventId, out var problem))
        {
            Navigation.NavigateTo(Links.CardOf(eventId.Value));
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]));
        }
        else
        {
            _errors.Add(new FieldError(choice is CardChoice.Vid ? nameof(Number) : null, Problems.Of(problem)));
        }
    }
}
