using Microsoft.AspNetCore.Components;
using ResidentPortal.Sessions;

namespace ResidentPortal.Components;

/// <summary>
/// A page that comes as HTML and that a circuit takes over. The circuit draws the same at once, from what the page was drawn from, and asks the platform nothing again. What was wrong with a
/// plain form goes along.
/// </summary>
/// <typeparam name="TShown">What the page is drawn from.</typeparam>
public abstract class TakenOver<TShown> : ComponentBase
    where TShown : class, new()
{
    /// <summary>The id under which the circuit finds it; a circuit that is lost keeps none.</summary>
    [PersistentState]
    public Guid? Sent { get; set; }

    /// <summary>What the page is drawn from.</summary>
    protected TShown Shown { get; private set; } = new();

    /// <summary>The sign-in the page was opened with.</summary>
    [Inject]
    private protected CurrentSession Current { get; set; } = default!;

    [Inject]
    private SentPages SentPages { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var session = await Current.FindIdAsync();
        if (!RendererInfo.IsInteractive)
        {
            // What a plain form changes in it afterwards is kept too: it is the same object.
            Sent = SentPages.Keep(session, Shown);
            await ReadAsync(session);
            return;
        }

        var sent = Sent is { } id ? SentPages.Take<TShown>(id, session) : null;
        (Shown, Sent) = (sent ?? Shown, null);
        if (sent is null)
        {
            await ReadAsync(session);
        }
    }

    /// <summary>Reads what the page is drawn from.</summary>
    protected abstract Task ReadAsync(Guid sessionId);
}
