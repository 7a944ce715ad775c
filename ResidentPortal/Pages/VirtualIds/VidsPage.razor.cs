using Microsoft.AspNetCore.Components;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;
using EventId = ResidentPortal.Core.Identifiers.EventId;

namespace ResidentPortal.Pages.VirtualIds;

/// <summary>Shows the VIDs of a resident, makes, labels and stops them. In a circuit the page stays and tells; as plain HTML each act is a form whose POST leads to the receipt.</summary>
public sealed partial class VidsPage : IDisposable
{
    private RevealedVid? _shown;
    private string? _shownKey;
    private string? _done;
    private bool _isBusy;
    private Guid _intent = Guid.NewGuid();
    private ITimer? _hiding;

    [Inject]
    private ShowVids Show { get; set; } = default!;

    [Inject]
    private GenerateVid Generate { get; set; } = default!;

    [Inject]
    private RevokeVid Revoke { get; set; } = default!;

    [Inject]
    private RevealVid Reveal { get; set; } = default!;

    [Inject]
    private LabelVid Label { get; set; } = default!;

    [Inject]
    private ShowAct ShowAct { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [SupplyParameterFromForm]
    private VidForm? Posted { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _hiding?.Dispose();

    /// <inheritdoc/>
    protected override async Task ReadAsync(Guid sessionId)
    {
        Shown.Overview = (await Show.ExecuteAsync(sessionId)).Try(out var overview, out var problem) ? overview : null;
        Shown.Problem ??= problem is null ? null : Problems.Of(problem);
        Shown.ReadAt = Clock.GetUtcNow();
    }

    private VidTypeEntry? TypeOf(VidEntry vid) => Shown.Overview?.Types?.FirstOrDefault(type => type.Policy.Type == vid.Type);

    private Task MakeAsync(string? type, bool replaces) => ActAsync(session => Generate.ExecuteAsync(session, new GenerateVidOrder(Intent, new VidType(type ?? string.Empty), replaces)));

    private Task StopAsync(string? key) => ActAsync(session => Revoke.ExecuteAsync(session, new RevokeVidOrder(Intent, key ?? string.Empty)));

    private async Task LabelAsync(string? key, string? label)
    {
        (Shown.Problem, Shown.Refused, _done) = (null, default, null);
        var session = await Current.FindIdAsync();
        if ((await Label.ExecuteAsync(session, key, label)).Problem is { } problem)
        {
            (Shown.Problem, Shown.Refused) = (Problems.Of(problem), (key, label));
        }
        else if (RendererInfo.IsInteractive)
        {
            await ReadAsync(session);
            _done = Words["Vids.Label.Done"];
        }
        else
        {
            Navigation.NavigateTo(Links.Vids);
        }
    }

    private async Task ShowAsync(VidEntry vid)
    {
        (Shown.Refused, _done) = (default, null);
        var shown = await Reveal.ExecuteAsync(await Current.FindIdAsync(), vid.Key);
        if (shown.Try(out _shown, out var problem))
        {
            _shownKey = vid.Key;
            _hiding?.Dispose();
            _hiding = Clock.CreateTimer(_ => _ = InvokeAsync(HideAsync), state: null, _shown.Until - Clock.GetUtcNow(), Timeout.InfiniteTimeSpan);
        }

        Shown.Problem = problem is null ? null : Problems.Of(problem);
    }

    private async Task HideAsync()
    {
        (_shown, _shownKey) = (null, null);
        await ReadAsync(await Current.FindIdAsync());
        StateHasChanged();
    }

    private Guid Intent => Posted is { Intent: var posted } && posted != Guid.Empty ? posted : _intent;

    private async Task ActAsync(Func<Guid, Task<Outcome<EventId>>> act)
    {
        if (_isBusy)
        {
            return;
        }

        (Shown.Problem, Shown.Refused, _isBusy, _done, _shown, _shownKey) = (null, default, true, null, null, null);
        var session = await Current.FindIdAsync();
        var outcome = await act(session);
        _isBusy = false;
        if (outcome.Try(out var eventId, out var problem))
        {
            await FinishAsync(session, eventId);
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]), forceLoad: RendererInfo.IsInteractive);
        }
        else
        {
            Shown.Problem = Problems.Of(problem);
        }
    }

    private async Task FinishAsync(Guid session, EventId eventId)
    {
        if (!RendererInfo.IsInteractive || !(await ShowAct.ExecuteAsync(session, eventId.Value)).Try(out var receipt, out _) || receipt.State is not ActState.Confirmed)
        {
            Navigation.NavigateTo(Links.RequestOf(eventId.Value), forceLoad: RendererInfo.IsInteractive);
            return;
        }

        // The next press is a new wish.
        _intent = Guid.NewGuid();
        await ReadAsync(session);
        _done = Words.Of(receipt);
    }
}
