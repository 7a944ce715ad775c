using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using EventId = ResidentPortal.Core.Identifiers.EventId;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Locks;

/// <summary>
/// Shows each way to prove who one is with its state in words, and locks and unlocks it. In a circuit the page stays and tells; as plain HTML each act is a form
/// whose POST leads to the receipt. The acts are the same.
/// </summary>
public sealed partial class LocksPage
{
    private static readonly TimeSpan MoreTime = TimeSpan.FromMinutes(15);

    private readonly HashSet<AuthType> _busy = [];
    private readonly HashSet<AuthType> _several = [];
    private string? _done;
    private Guid _intent = Guid.NewGuid();

    [Inject]
    private ShowAuthLocks Show { get; set; } = default!;

    [Inject]
    private ChangeAuthLocks Change { get; set; } = default!;

    [Inject]
    private ShowAct ShowAct { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [SupplyParameterFromForm]
    private LockForm? Posted { get; set; }

    private UnlockWish? RefusedOf(AuthType type) => Shown.Problem is not null && Shown.Wish?.Type == type ? Shown.Wish : null;

    /// <inheritdoc/>
    protected override async Task ReadAsync(Guid sessionId)
    {
        Shown.Entries = (await Show.ExecuteAsync(sessionId)).Try(out var entries, out var problem) ? entries : null;
        Shown.Problem ??= problem is null ? null : Problems.Of(problem);
        Shown.ReadAt = Clock.GetUtcNow();
    }

    private Task LockAsync(AuthType[] types) => ActAsync(types.Select(type => new AuthTypeChange(type, Lock: true)).ToList());

    private Task LockSeveralAsync() => LockAsync([.. Posted?.Types.Distinct() ?? _several]);

    private Task AcceptLastWayAsync() => ActAsync((Posted?.Types ?? [.. Shown.LastWay ?? []]).Select(type => new AuthTypeChange(type, Lock: true)).ToList(), acceptsLastWay: true);

    private Task ExtendAsync(AuthLockEntry entry) =>
        ActAsync([new AuthTypeChange(entry.Type, Lock: false, Left(entry) + MoreTime)]);

    private TimeSpan Left(AuthLockEntry entry) =>
        entry.UnlockedUntil is { } until ? TimeSpan.FromMinutes(Math.Ceiling((until - Clock.GetUtcNow()).TotalMinutes)) : TimeSpan.Zero;

    private Task UnlockAsync(UnlockWish wish)
    {
        var chosen = RendererInfo.IsInteractive || Posted is null ? wish : new UnlockWish(wish.Type, Posted.For, Posted.Hours, Posted.Minutes);
        return ActAsync([new AuthTypeChange(wish.Type, Lock: false, chosen.Time(Clock.GetUtcNow(), Moments))], wish: chosen);
    }

    private void Choose(AuthType type, bool isChosen) => _ = isChosen ? _several.Add(type) : _several.Remove(type);

    private async Task ActAsync(IReadOnlyList<AuthTypeChange> changes, bool acceptsLastWay = false, UnlockWish? wish = null)
    {
        if (_busy.Count > 0)
        {
            return;
        }

        (Shown.Problem, Shown.LastWay, Shown.Wish, _done) = (null, null, wish, null);
        _busy.UnionWith(changes.Select(change => change.Type));
        StateHasChanged();
        var session = await Current.FindIdAsync();
        var order = new LockOrder { IntentId = Posted is { Intent: var posted } && posted != Guid.Empty ? posted : _intent, Changes = changes, AcceptsLastWay = acceptsLastWay };
        var outcome = await Change.ExecuteAsync(session, order);
        _busy.Clear();
        if (outcome.Try(out var eventId, out var problem))
        {
            await FinishAsync(session, eventId);
        }
        else if (string.Equals(problem.Key, CommonProblems.FreshCodeNeeded.Key, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(Links.ConfirmAct((string)problem.Facts["eventId"]), forceLoad: RendererInfo.IsInteractive);
        }
        else if (string.Equals(problem.Key, AuthLockProblems.LastWay.Key, StringComparison.Ordinal))
        {
            Shown.LastWay = [.. changes.Select(change => change.Type)];
        }
        else
        {
            Shown.Problem = Problems.Of(problem);
        }
    }

    private async Task FinishAsync(Guid session, EventId eventId)
    {
        if (!RendererInfo.IsInteractive)
        {
            Navigation.NavigateTo(Links.RequestOf(eventId.Value));
            return;
        }

        // The next press is a new wish.
        _intent = Guid.NewGuid();
        _several.Clear();
        var shown = await ShowAct.ExecuteAsync(session, eventId.Value);
        if (!shown.Try(out var receipt, out _) || receipt.State is not ActState.Confirmed)
        {
            Navigation.NavigateTo(Links.RequestOf(eventId.Value), forceLoad: true);
            return;
        }

        await ReadAsync(session);
        _done = string.Join(' ', ((LockOrder)receipt.Order).Changes.Select(change => DoneWords(change, receipt)));
    }

    private string DoneWords(AuthTypeChange change, ActReceipt receipt) => change switch
    {
        { Lock: true } => Words.Say("Locks.Done.Locked", ("type", Words[$"Locks.Type.{change.Type}"].Value), ("time", Moments.Time(receipt.SettledAt!.Value))),
        { UnlockFor: { } time } => Words.Say("Locks.Done.UnlockedUntil", ("type", Words[$"Locks.Type.{change.Type}"].Value), ("time", Moments.Time(receipt.AskedAt!.Value + time))),
        _ => Words.Say("Locks.Done.Unlocked", ("type", Words[$"Locks.Type.{change.Type}"].Value)),
    };
}
