using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Messages;

/// <summary>What the portal sent its reader, whether it reached them or not; what is new is marked, and read by a press of its own.</summary>
public sealed partial class MessagesPage
{
    private readonly List<FieldError> _errors = [];
    private NoticeList? _list;
    private Language? _language;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ListNotices List { get; set; } = default!;

    [Inject]
    private ShowNoticeLanguage ShowLanguage { get; set; } = default!;

    [Inject]
    private MarkNoticesRead MarkRead { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "page")]
    private string? Page { get; set; }

    // The id of a message to be read, or to be read and then its request opened; with neither, all are read.
    [SupplyParameterFromForm(FormName = "messages")]
    private string? Read { get; set; }

    [SupplyParameterFromForm(FormName = "messages")]
    private string? Open { get; set; }

    private int PageNumber => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        if (!(await List.ExecuteAsync(_session, Language.Of(CultureInfo.CurrentUICulture), PageNumber, HttpContext.RequestAborted)).Try(out _list, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            return;
        }

        // The list is whole without it: a record that cannot be read closes nothing else.
        (await ShowLanguage.ExecuteAsync(_session, HttpContext.RequestAborted)).Try(out _language, out _);
    }

    private async Task MarkAsync()
    {
        Guid? id = (Open ?? Read) is { } typed ? Guid.TryParse(typed, out var one) ? one : Guid.Empty : null;
        if (!(await MarkRead.ExecuteAsync(_session, id, HttpContext.RequestAborted)).Try(out var read, out var problem))
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            return;
        }

        Navigation.NavigateTo(Open is not null && read.EventId is { } eventId ? Links.RequestOf(eventId.Value) : Links.MessagesOf(PageNumber));
    }
}
