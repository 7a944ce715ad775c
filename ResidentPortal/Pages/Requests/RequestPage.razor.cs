using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Requests;

/// <summary>The receipt of an act: what was wished, where it stands in true words, and its number. It can be bookmarked and printed.</summary>
public sealed partial class RequestPage
{
    private TrackedReceipt? _request;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowOwnRequest Show { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private ActReceipt? Receipt => _request?.Act;

    protected override async Task OnInitializedAsync()
    {
        var shown = await Show.ExecuteAsync(await Current.FindIdAsync(), EventId, HttpContext.RequestAborted);
        if (!shown.Try(out _request, out _))
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
