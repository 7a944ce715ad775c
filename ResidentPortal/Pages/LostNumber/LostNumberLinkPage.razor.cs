using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.LostNumber;

/// <summary>Where the link in a message leads. Opening it changes nothing: the letter is handed out by a press.</summary>
public sealed partial class LostNumberLinkPage
{
    private LostNumberLinkState? _link;

    [Parameter]
    public string Token { get; set; } = string.Empty;

    [Inject]
    private ShowLostNumberLink Show { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    protected override async Task OnInitializedAsync() => (await Show.ExecuteAsync(Token, HttpContext.RequestAborted)).Try(out _link, out _);
}
