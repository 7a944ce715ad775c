using System.Globalization;
using Microsoft.AspNetCore.Components;
using ResidentPortal.Components;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sessions;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Updates;

/// <summary>One question: what is recorded beside what it shall be. The answer is kept as soon as it is sent.</summary>
public sealed partial class AnswerPage
{
    private const string Text = "Text";

    private readonly List<FieldError> _errors = [];
    private readonly Language _language = Language.Of(CultureInfo.CurrentUICulture);
    private UpdateQuestion? _question;
    private Guid _session;

    [Parameter]
    public string Field { get; set; } = string.Empty;

    [Inject]
    private CurrentSession Current { get; set; } = default!;

    [Inject]
    private ShowAnswer Show { get; set; } = default!;

    [Inject]
    private AnswerField Answer { get; set; } = default!;

    [Inject]
    private ProblemText Problems { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private bool IsSent => HttpMethods.IsPost(HttpContext.Request.Method);

    private string Label => _question!.Field.LabelIn(_language.Code);

    private string InputType => _question!.Field.Meaning switch { FieldMeaning.Phone => "tel", FieldMeaning.Email => "email", _ => "text" };

    private (string? Day, string? Month, string? Year) Day =>
        IsSent ? (Typed("Day"), Typed("Month"), Typed("Year")) : RecordDay.Parts(_question!.Texts[0].Answer ?? _question.Texts[0].Present);

    protected override async Task OnInitializedAsync()
    {
        _session = await Current.FindIdAsync();
        (await Show.ExecuteAsync(_session, Visitors.Of(HttpContext), Field, _language, HttpContext.RequestAborted)).Try(out _question, out var problem);
        Navigation.Lead(HttpContext, problem);
        if (problem is not null && !IsSent)
        {
            Tell(problem);
        }
    }

    private static string Name(string? language) => language is null ? Text : $"{Text}.{language}";

    private async Task SaveAsync()
    {
        var typed = _question is { Field.Kind: FieldKind.Text } ? _question.Texts.ToDictionary(text => text.Language ?? string.Empty, text => Typed(Name(text.Language)), StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = _question is { Field.Kind: FieldKind.Date } ? RecordDay.Whole(Typed("Day"), Typed("Month"), Typed("Year")) : Typed(Text) };
        var answered = await Answer.ExecuteAsync(_session, Visitors.Of(HttpContext), Field, typed, _language, HttpContext.RequestAborted);
        if (answered.Try(out var next, out var problem))
        {
            Navigation.NavigateTo(Links.After(next));
            return;
        }

        Tell(problem);
    }

    // The names of the fields are the country's, so that no property could take them.
    private string Typed(string name) => HttpContext.Request.Form[name].ToString();

    private void Tell(Problem problem)
    {
        var language = problem.Facts.TryGetValue("language", out var fact) ? (string)fact : null;
        var field = problem.Kind is not ProblemKind.Invalid || _question is null ? null
            : _question.Field.Kind is FieldKind.Date ? DateQuestion.Field
            : Name(language ?? (_question.Field.Kind is FieldKind.Text ? _question.Texts[0].Language : null));
        _errors.Add(new FieldError(field, Problems.Of(problem)));
    }

    private string? ErrorAt(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Words;

    private string LabelOf(AnswerText text) => text.Language is null ? Words.Say("Update.Answer.New", ("field", Label))
        : Words.Say("Update.Answer.In", ("field", Label), ("language", RecordLanguage.NativeName(text.Language)));
}
