using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>Opens the resident's view on another screen. To follow the link opens nothing: programs that look at links before people do follow them too.</summary>
public sealed partial class VisitLinkPage
{
    private readonly List<FieldError> _errors = [];

    /// <summary>The letters of the link; they open a view once, and only for a few minutes.</summary>
    [Parameter]
    public string Code { get; set; } = string.Empty;

    [Inject]
    private OpenView Open { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private async Task OpenAsync()
    {
        var opened = await Open.ExecuteAsync(Code, HttpContext.RequestAborted);
        if (!opened.Try(out var ticket, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            return;
        }

        PortalCookies.Write(HttpContext, PortalCookies.Visit, ticket.Token);
        Navigation.NavigateTo(Links.Visit);
    }
}
