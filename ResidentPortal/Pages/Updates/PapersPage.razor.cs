using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Security;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Updates;

/// <summary>One paper: what is there, what is taken, and the field to add it. A paper that is refused leaves the one before.</summary>
public sealed partial class PapersPage
{
    private readonly List<FieldError> _errors = [];
    private readonly Language _language = Language.Of(CultureInfo.CurrentUICulture);
    private PapersOfField? _papers;
    private Guid _session;

    [Parameter]
    public string Field { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowPapers Show { get; set; } = default!;

    [Inject]
    private AttachPaper Attach { get; set; } = default!;

    [Inject]
    private RemovePaper Remove { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private string? Kind { get; set; }

    [SupplyParameterFromForm]
    private IFormFile? Paper { get; set; }

    [SupplyParameterFromForm]
    private Guid Id { get; set; }

    private bool IsAtDesk => KioskState.IsAtDesk(HttpContext);

    private string Hint => Words.Say("Update.Paper.Hint", ("most", FileSize.Whole(_papers!.FileBytes)), ("left", FileSize.Of(_papers.BytesLeft)));

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, Visitors.Of(HttpContext), Field, _language, HttpContext.RequestAborted)).Try(out _papers, out var problem);
        var tooLarge = LargeUploads.Refused(HttpContext);
        if (tooLarge is null)
        {
            Navigation.Lead(HttpContext, problem);
        }

        if ((tooLarge ?? problem) is { } told && HttpMethods.IsGet(HttpContext.Request.Method))
        {
            Tell(told);
        }
    }

    private async Task AttachAsync()
    {
        var attached = await Attach.ExecuteAsync(_session, Visitors.Of(HttpContext), Field, Kind, await UploadAsync(), _language, HttpContext.RequestAborted);
        if (attached.Try(out var next, out var problem))
        {
            Navigation.NavigateTo(Links.After(next));
            return;
        }

        Tell(problem);
    }

    private async Task RemoveAsync()
    {
        var removed = await Remove.ExecuteAsync(_session, Visitors.Of(HttpContext), Id, HttpContext.RequestAborted);
        if (removed.Problem is { } problem && problem != CommonProblems.NotFound)
        {
            Tell(problem);
            return;
        }

        // What is gone already is gone.
        Navigation.NavigateTo(Links.TaskOf(UpdateTaskKind.Paper, Field));
    }

    private async Task<DocumentUpload?> UploadAsync()
    {
        if (Paper is null)
        {
            return null;
        }

        using var file = new MemoryStream(checked((int)Paper.Length));
        await Paper.CopyToAsync(file, HttpContext.RequestAborted);
        return new DocumentUpload(Paper.FileName, Paper.ContentType, file.ToArray());
    }

    private string? KindOf(Paper paper) => _papers!.Types.FirstOrDefault(type => string.Equals(type.Code, paper.Type, StringComparison.Ordinal))?.Label;

    // What is wrong with a file stands at the file.
    private void Tell(Problem problem)
    {
        var isAboutFile = problem.Kind is ProblemKind.Invalid or ProblemKind.Refused or ProblemKind.Limited || problem == DocumentProblems.Wait;
        var field = problem == UpdateProblems.NoPaperType ? nameof(Kind) : isAboutFile ? nameof(Paper) : null;
        _errors.Add(new FieldError(_papers is null ? null : field, Problems.Of(problem)));
    }

    private string? ErrorAt(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;
}
