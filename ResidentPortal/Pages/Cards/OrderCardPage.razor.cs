using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Cards;

/// <summary>Tells price, address and days, then orders a printed card; one that is on its way is shown instead.</summary>
public sealed partial class OrderCardPage
{
    private const string Masked = "masked";
    private const string Whole = "whole";

    private readonly List<FieldError> _errors = [];
    private CardOrderOffer? _offer;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowCardOrder Show { get; set; } = default!;

    [Inject]
    private OrderCard Order { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    [SupplyParameterFromForm]
    private string? Number { get; set; }

    private IReadOnlyList<Choice> Numbers =>
        [new(Masked, Words["Order.Number.Masked"], Words["Card.Number.Masked.Hint"]), new(Whole, Words["Card.Number.Whole"], Words["Card.Number.Whole.Hint"])];

    private List<SummaryRow> Rows =>
    [
        new(Words["Order.Price"], _offer!.Price ?? Words["Order.Price.None"]),
        new(Words["Order.Days"], Words.Say("Order.Days.About", ("days", _offer.Days))),
        new(Words["Order.Address"], _offer.Address is { } address ? string.Join(", ", address.Lines) : Words["Order.Address.None"]),
    ];

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, Language.Of(CultureInfo.CurrentUICulture), HttpContext.RequestAborted)).Try(out _offer, out var problem);
        if (problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }

    private async Task OrderAsync()
    {
        var ordered = await Order.ExecuteAsync(_session, new OrderCardOrder(Intent, Number is not Whole), HttpContext.RequestAborted);
        if (ordered.Try(out var eventId, out var problem))
        {
            Navigation.NavigateTo(Links.OrderOf(eventId.Value));
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]));
        }
        else
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
    }
}
