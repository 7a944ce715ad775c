using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.VirtualIds;

/// <summary>The digits of a VID as plain HTML: shown by a POST, and gone after thirty seconds, when the browser goes back to the list by itself.</summary>
public sealed partial class VidNumberPage
{
    private RevealedVid? _number;
    private Problem? _problem;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private RevealVid Reveal { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private VidForm? Posted { get; set; }

    private async Task ShowAsync()
    {
        (await Reveal.ExecuteAsync(await Current.FindIdAsync(), Posted?.Key, HttpContext.RequestAborted)).Try(out _number, out _problem);
        if (_number is not null)
        {
            HttpContext.Response.Headers.Append("Refresh", string.Create(CultureInfo.InvariantCulture, $"{(int)RevealVid.Shown.TotalSeconds}; url={Links.Vids}"));
        }
    }
}
