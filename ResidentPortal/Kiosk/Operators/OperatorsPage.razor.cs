using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using ResidentPortal.Components;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Texts;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>The accounts of operators: added, suspended, opened again, and given a new link, which is shown once and to the supervisor alone.</summary>
public sealed partial class OperatorsPage
{
    private static readonly string[] Usual = ["1", "2", "3", "4", "5"];

    private readonly List<FieldError> _errors = [];
    private IReadOnlyList<OperatorAccount> _accounts = [];
    private Duty? _duty;
    private JoinLink? _link;

    [Inject]
    private OperatorAccounts Accounts { get; set; } = default!;

    [Inject]
    private DutyDoor Door { get; set; } = default!;

    [Inject]
    private IOptions<PortalOptions> Portal { get; set; } = default!;

    [Inject]
    private Moments Moments { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Account { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    private string? Number { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    private string? Centre { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    private string[]? Days { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    private string? From { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    private string? To { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    private string? Uin { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _duty = await Door.FindSupervisorAsync(HttpContext);
        if (_duty is null)
        {
            Navigation.NavigateTo(Links.KioskSignIn);
            return;
        }

        _accounts = await Accounts.ListAsync(HttpContext.RequestAborted);
    }

    private async Task AddAsync()
    {
        var wish = new OperatorWish(Number, Name, Centre, HoursOf(Days, From, To), Uin, IsSupervisor: false);
        _errors.AddRange(wish.Judge().Select(problem => new FieldError(OperatorWords.FieldOf(problem), Problems.Of(problem))));
        if (_duty is null || _errors.Count > 0)
        {
            return;
        }

        await ShowAsync(await Accounts.AddAsync(wish, _duty));
        if (_link is not null)
        {
            (Number, Name, Centre, Days, From, To) = (null, null, null, null, null, null);
        }
    }

    private async Task SuspendAsync() => await DoneAsync(duty => Accounts.SuspendAsync(Account ?? string.Empty, duty));

    private async Task ReopenAsync() => await DoneAsync(duty => Accounts.ReopenAsync(Account ?? string.Empty, duty));

    private async Task LinkAsync()
    {
        if (_duty is not null)
        {
            await ShowAsync(await Accounts.MakeLinkAsync(Account ?? string.Empty, _duty));
        }
    }

    private async Task DoneAsync(Func<Duty, Task<Outcome<Done>>> act)
    {
        if (_duty is null)
        {
            return;
        }

        if ((await act(_duty)).Problem is { } problem)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
            return;
        }

        Navigation.NavigateTo(Links.KioskOperators);
    }

    // Not led on: the link is shown in this answer and kept nowhere.
    private async Task ShowAsync(Outcome<JoinLink> made)
    {
        if (!made.Try(out _link, out var problem))
        {
            _errors.Add(new FieldError(OperatorWords.FieldOf(problem), Problems.Of(problem)));
        }

        _accounts = await Accounts.ListAsync(HttpContext.RequestAborted);
    }

    private string AddressOf(JoinLink link) => $"{Portal.Value.PublicAddress?.TrimEnd('/')}{Links.KioskJoinOf(link.Token)}";

    private IReadOnlyList<SummaryRow> RowsOf(OperatorAccount account) => Words.RowsOf(account, Moments);

    private static WorkingHours? HoursOf(string[]? days, string? from, string? to) =>
        TimeOnly.TryParse(from, CultureInfo.InvariantCulture, out var begins) && TimeOnly.TryParse(to, CultureInfo.InvariantCulture, out var ends) && days is { Length: > 0 and <= 7 } && days.All(day => day is [>= '0' and <= '6'])
            ? new WorkingHours([.. days.Select(day => (DayOfWeek)(day[0] - '0'))], begins, ends)
            : null;

    private string? ErrorOf(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;
}
