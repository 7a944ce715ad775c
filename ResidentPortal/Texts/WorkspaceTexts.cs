using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ResidentPortal.Texts;

/// <summary>The component library's own words (a close button, an expansion) in the reader's language: keys <c>Library.…</c>.</summary>
internal sealed class WorkspaceTexts(IStringLocalizer<Words> words) : MudLocalizer
{
    public override LocalizedString this[string key] => words[$"Library.{key}"];

    public override LocalizedString this[string key, params object[] arguments] => words[$"Library.{key}", arguments];
}
