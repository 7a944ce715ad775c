using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Updates;

/// <summary>Asks what is to be changed: everything the country lets residents change, as it is recorded now.</summary>
public sealed partial class ChoosePage
{
    private readonly List<FieldError> _errors = [];
    private readonly Language _language = Language.Of(CultureInfo.CurrentUICulture);
    private UpdateOverview? _overview;
    private Guid _session;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowUpdate Show { get; set; } = default!;

    [Inject]
    private ChooseFields Choose { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private List<string>? Chosen { get; set; }

    // While something is on its way, or begun elsewhere, there is nothing to choose: the overview says why.
    private bool IsOpen => _overview is { Pending.Count: 0, ElsewhereSince: null };

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, Visitors.Of(HttpContext), _language, HttpContext.RequestAborted)).Try(out _overview, out var problem);
        if (problem is not null)
        {
            _errors.Add(new FieldError(Field: null, Problems.Of(problem)));
        }
        else if (!IsOpen && HttpMethods.IsGet(HttpContext.Request.Method))
        {
            Navigation.NavigateTo(Links.Update);
        }
    }

    private async Task ChooseAsync()
    {
        var chosen = await Choose.ExecuteAsync(_session, Visitors.Of(HttpContext), Chosen ?? [], HttpContext.RequestAborted);
        if (chosen.Problem is not { } problem)
        {
            Navigation.NavigateTo(Links.Update);
            return;
        }

        _errors.Add(new FieldError(problem == UpdateProblems.NothingChosen && _overview?.Fields.FirstOrDefault(field => field.Left is not 0) is { } first ? Id(first) : null, Problems.Of(problem)));
    }

    private static string Id(ChangeableField field) => $"choose-{field.Field.Name}";

    private string? GroupName(string group) => Words[$"Update.Group.{group}"] is { ResourceNotFound: false } name ? name.Value : null;

    // What was ticked last; before that, what the draft has.
    private bool IsChosen(ChangeableField field) => (HttpMethods.IsPost(HttpContext.Request.Method) ? Chosen ?? [] : _overview!.Draft?.Chosen ?? []).Contains(field.Field.Name, StringComparer.Ordinal);

    // Where every field of a group takes a paper, its heading says so once.
    private IEnumerable<string> Notes(ChangeableField field, bool saysPaper)
    {
        if (saysPaper && field.NeedsPaper)
        {
            yield return Words["Update.Choose.Paper"];
        }

        if (field.Field.Kind is FieldKind.Place && _overview!.Fields.Any(other => other.Field.PlaceLevel > field.Field.PlaceLevel))
        {
            yield return Words["Update.Choose.Place"];
        }

        if (field.Left is 0)
        {
            yield return Words["Update.Choose.NoneLeft"];
        }
        else if (field.Left is { } left)
        {
            yield return Words.Say("Update.Choose.Left", ("count", left));
        }
    }
}
