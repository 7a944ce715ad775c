using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.LostNumber;

/// <summary>Asks what is needed to find a lost number, and nothing that only its owner knows: the number goes to the registered contact alone.</summary>
public sealed partial class LostNumberPage
{
    private readonly List<FieldError> _errors = [];
    private bool _isOffered;

    [Inject]
    private ShowLostNumberSearch Show { get; set; } = default!;

    [Inject]
    private AskToFindLostNumber Ask { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Kind { get; set; }

    [SupplyParameterFromForm]
    private string? FullName { get; set; }

    [SupplyParameterFromForm]
    private string? Contact { get; set; }

    [SupplyParameterFromForm]
    private string? PostalCode { get; set; }

    private IReadOnlyList<Choice> Kinds =>
        [new(nameof(LostNumberKind.Uin), Words["Lost.Kind.Uin"], Words["Lost.Kind.Uin.Hint"]), new(nameof(LostNumberKind.Rid), Words["Lost.Kind.Rid"], Words["Lost.Kind.Rid.Hint"])];

    protected override async Task OnInitializedAsync() => _isOffered = (await Show.ExecuteAsync(HttpContext.RequestAborted)).IsSuccess;

    private async Task AskAsync()
    {
        LostNumberKind? kind = Kind switch { nameof(LostNumberKind.Uin) => LostNumberKind.Uin, nameof(LostNumberKind.Rid) => LostNumberKind.Rid, _ => null };
        Require(nameof(Kind), kind is not null);
        Require(nameof(FullName), !string.IsNullOrWhiteSpace(FullName));
        Require(nameof(Contact), !string.IsNullOrWhiteSpace(Contact));
        Require(nameof(PostalCode), !string.IsNullOrWhiteSpace(PostalCode));
        if (_errors.Count > 0)
        {
            return;
        }

        var browser = PortalCookies.ReadOrSet(HttpContext, PortalCookies.Code);
        var wish = new LostNumberWish(kind!.Value, FullName!, Contact!, PostalCode!, browser, Language.Of(CultureInfo.CurrentUICulture), Visitors.Of(HttpContext));
        if ((await Ask.ExecuteAsync(wish, HttpContext.RequestAborted)).Problem is { } problem)
        {
            _errors.Add(new FieldError(problem == ContactProblems.NotAPhone || problem == ContactProblems.NotAnEmail ? nameof(Contact) : null, Problems.Of(problem)));
            return;
        }

        Navigation.NavigateTo(Links.LostNumberCode);
    }

    private void Require(string field, bool isGiven)
    {
        if (!isGiven)
        {
            _errors.Add(new FieldError(field, Words[$"Lost.Empty.{field}"]));
        }
    }

    private string? ErrorOf(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;
}
