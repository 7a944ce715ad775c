using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.AuthHistory;

/// <summary>The receipt of a report about a use: its reference, and by when the answer comes.</summary>
public sealed partial class UseReportPage
{
    private UseTicketReceipt? _receipt;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowUseTicket Show { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private List<SummaryRow> Rows =>
    [
        new(Words["Receipt.Number"], _receipt!.EventId.Grouped, IsCode: true),
        new(Words["Receipt.When"], Moments.DayAndTime(_receipt.ReportedAt)),
        new(Words["Unknown.AnswerBy"], Moments.Day(_receipt.AnswerBy)),
    ];

    protected override async Task OnInitializedAsync()
    {
        if (!(await Show.ExecuteAsync(await Current.FindIdAsync(), EventId, HttpContext.RequestAborted)).Try(out _receipt, out _))
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
