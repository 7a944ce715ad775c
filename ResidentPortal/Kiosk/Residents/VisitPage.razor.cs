using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>
/// The resident's view of a visit, one page whatever the step: what is shown is what the row says at this moment. Only the cookie of the view opens it; who is on duty
/// at the desk has no say here.
/// </summary>
public sealed partial class VisitPage
{
    internal const string Handler = "visit";
    internal const string DeedField = "Deed";
    internal const string LanguageField = "To";
    internal const string NumberField = "Number";
    internal const string ChannelField = "Channel";
    internal const string EventField = "EventId";
    internal const string ShownField = "Shown";

    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<UpdateField> _contacts = [];
    private StateBefore? _before;
    private ResidentView? _view;
    private CodeAsked? _code;

    [Inject]
    private ShowViewCode ShowCode { get; set; } = default!;

    [Inject]
    private ShowAuthLocks ShowLocks { get; set; } = default!;

    [Inject]
    private CheckUpdate CheckUpdate { get; set; } = default!;

    [Inject]
    private ShowUpdate ShowUpdate { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery]
    private bool Again { get; set; }

    private string? Token => PortalCookies.Read(HttpContext, PortalCookies.Visit);

    // Whoever got no code looks at the number once more.
    private ViewStep Step => _view!.Step is ViewStep.ConsentCode && Again ? ViewStep.Number : _view.Step;

    protected override async Task OnInitializedAsync()
    {
        if (KioskState.Of(HttpContext)?.View is not { Step: not ViewStep.Ended } view || Token is null)
        {
            Navigation.NavigateTo(Links.VisitEnded);
            return;
        }

        _view = view;
        switch (view.Step)
        {
            case ViewStep.ConsentCode or ViewStep.ActCode:
                _code = (await ShowCode.ExecuteAsync(Token, HttpContext.RequestAborted)).Try(out var code, out _) && Clock.GetUtcNow() < code.ExpiresAt ? code : null;
                break;
            case ViewStep.ReadBack when view is { Act: { } act, SessionId: { } session }:
                _before = await BeforeAsync(act.Order, session);
                break;
            case ViewStep.Waiting when view is { SessionId: { } session } && view.Purposes.Contains(VisitPurpose.Update):
                _contacts = await ContactsAsync(session);
                break;
        }
    }

    // What cannot be told now is left away: what will be is told in any case.
    private async Task<StateBefore?> BeforeAsync(object order, Guid session)
    {
        if (order is LockOrder locks && (await ShowLocks.ExecuteAsync(session, HttpContext.RequestAborted)).Try(out var entries, out _))
        {
            return new StateBefore([.. entries.Where(entry => locks.Changes.Any(change => change.Type == entry.Type))], []);
        }

        return order is UpdateOrder && (await CheckUpdate.ExecuteAsync(session, Visitors.Of(HttpContext), _view!.Language, HttpContext.RequestAborted)).Try(out var update, out _)
            ? new StateBefore([], update.Changes)
            : null;
    }

    private async Task<IReadOnlyList<UpdateField>> ContactsAsync(Guid session) =>
        (await ShowUpdate.ExecuteAsync(session, Visitors.Of(HttpContext), _view!.Language, HttpContext.RequestAborted)).Try(out var update, out _)
            ? [.. (update.Draft?.Tasks ?? []).Where(task => task is { Kind: UpdateTaskKind.Proof, State: not TaskState.Done }).Select(task => task.Field)]
            : [];
}
