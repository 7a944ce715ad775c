using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using ResidentPortal.Components;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Requests;

/// <summary>Takes the report of a problem with a request; its receipt is a request of its own.</summary>
public sealed partial class ProblemPage
{
    private readonly List<FieldError> _errors = [];
    private ActReceipt? _act;
    private Guid _session;

    [Parameter]
    public string EventId { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowAct Show { get; set; } = default!;

    [Inject]
    private ReportProblem Report { get; set; } = default!;

    [Inject]
    private IOptions<ContactOptions> Contacts { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private Guid Intent { get; set; }

    [SupplyParameterFromForm]
    private string? Message { get; set; }

    [SupplyParameterFromForm]
    private string? Contact { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        if (!(await Show.ExecuteAsync(_session, EventId, HttpContext.RequestAborted)).Try(out _act, out _))
        {
            HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private string? ErrorOf(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;

    private async Task SendAsync()
    {
        if (!ReadContact().Try(out var contact, out var problem))
        {
            _errors.Add(new FieldError(nameof(Contact), Problems.Of(problem)));
            return;
        }

        var wish = new ProblemWish(Intent, EventId, Message, contact.Text);
        if ((await Report.ExecuteAsync(_session, wish, HttpContext.RequestAborted)).Try(out var report, out problem))
        {
            Navigation.NavigateTo(Links.RequestOf(report.Value));
            return;
        }

        _errors.Add(new FieldError(problem == GrievanceProblems.NoContact ? nameof(Contact) : problem.Kind is ProblemKind.Invalid ? nameof(Message) : null, Problems.Of(problem)));
    }

    private Outcome<TypedContact> ReadContact()
    {
        if (string.IsNullOrWhiteSpace(Contact))
        {
            return new TypedContact(Text: null);
        }

        var channel = Contact.Contains('@', StringComparison.Ordinal) ? OtpChannel.Email : OtpChannel.Phone;
        return Core.Contacts.Contact.TryParse(Contact, channel, Contacts.Value, out var contact) ? new TypedContact(contact) : GrievanceProblems.NoContact;
    }

    private sealed record TypedContact(string? Text);
}
