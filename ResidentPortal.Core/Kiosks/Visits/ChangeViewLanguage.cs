using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Changes the language of the resident's view, and of what is sent to them; the step stays.</summary>
public sealed class ChangeViewLanguage(VisitBook book)
{
    /// <summary>Changes it. Problems: those of the view.</summary>
    public Task<Outcome<Done>> ExecuteAsync(string? viewToken, Language language, CancellationToken cancellationToken = default) => book.InViewAsync<Done>(viewToken, async visit =>
    {
        (visit.Row.Language, visit.Row.Version) = (language.Code, visit.Row.Version + 1);
        await visit.Db.Sessions.Where(row => row.VisitId == visit.Row.Id && row.EndedAt == null).ExecuteUpdateAsync(update => update.SetProperty(row => row.Language, language.Code), CancellationToken.None);
        return default(Done);
    }, cancellationToken);
}
