using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Cards;

/// <summary>How far a printed card has come, by the states of whoever prints it.</summary>
public sealed partial class OrderPage
{
    private ActReceipt? _order;
    private OrderProgress? _progress;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowCardOrderProgress Show { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private List<SummaryRow> Rows =>
    [
        new(Words["Receipt.Number"], _order!.EventId.Grouped, IsCode: true),
        new(Words["Receipt.When"], Moments.DayAndTime(_order.AskedAt ?? _order.CreatedAt)),
    ];

    protected override async Task OnInitializedAsync()
    {
        (await Show.ExecuteAsync(await Current.FindIdAsync(), EventId, HttpContext.RequestAborted)).Try(out _order, out _);
        _progress = _order?.Result as OrderProgress;
        if (_progress is null)
        {
            // Not taken yet, refused, unknown, or another's: the receipt says which.
            Navigation.NavigateTo(Links.RequestOf(EventId));
        }
    }
}
