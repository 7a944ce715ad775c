using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Visits;

/// <summary>One visit at a desk, read from its own chain: who, where, what was seen, changed and printed.</summary>
public sealed partial class VisitRecordPage
{
    // The steps that say something to a reader; the rest of the chain is for those who check it.
    private static readonly AuditEvent[] Told =
    [
        AuditEvent.VisitStarted, AuditEvent.ConsentAsked, AuditEvent.ConsentGiven, AuditEvent.HandedOver, AuditEvent.TakenBack, AuditEvent.FieldsShown, AuditEvent.ActPrepared,
        AuditEvent.ActConfirmed, AuditEvent.CardPrinted, AuditEvent.PaperTaken, AuditEvent.SecondApproval, AuditEvent.VisitEnded,
    ];

    private OwnVisit? _visit;

    /// <summary>The visit.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowOwnVisit Show { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private IReadOnlyList<SummaryRow> Rows =>
    [
        new(Words["Visits.Who"], $"{_visit!.OperatorName} ({_visit.Entry.OperatorNumber})"),
        new(Words["Visits.Centre"], _visit.CentreName is { } name ? $"{name} ({_visit.Entry.CentreCode})" : _visit.Entry.CentreCode),
        new(Words["Visits.From"], Moments.DayAndTime(_visit.Entry.StartedAt)),
        new(Words["Visits.To"], _visit.Entry.EndedAt is { } end ? Moments.DayAndTime(end) : Words["Visits.Open"]),
        .. _visit.Entry.End is { } how ? [new SummaryRow(Words["Visits.End"], Words[$"View.End.{how}"])] : Array.Empty<SummaryRow>(),
        new(Words["Visits.Printed"], Words.Say("View.Prints", ("count", _visit.Prints))),
    ];

    protected override async Task OnInitializedAsync()
    {
        if (!(await Show.ExecuteAsync(await Current.FindIdAsync(), Id, Language.Of(CultureInfo.CurrentUICulture), HttpContext.RequestAborted)).Try(out _visit, out _))
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
